using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;

namespace BedrockPS.Aws.Tests.Profiles;

public sealed class ProfileFileTests : EnvironmentTest
{
    [Fact]
    public void Profiles_of_both_files_are_listed_once_and_in_order_and_nothing_else_is()
    {
        WriteConfig(
            """
            [default]
            [profile region-only]
            region = eu-west-1
            [sso-session corporate]
            [services local]
            [profile 'two words'] # quoted as the AWS CLI does it
            [profile ops]
            """);
        WriteCredentials("[ops]\naws_access_key_id = A\n[default]\n[my keys]\n");

        Assert.Equal(["default", "my keys", "ops", "region-only", "two words"], Gateway.ListProfiles(null));
    }

    [Fact]
    public void The_names_of_a_file_that_cannot_be_read_are_none()
    {
        WriteConfig("[profile ops\n");

        Assert.Empty(Gateway.ListProfiles(null));
    }

    [Theory]
    [InlineData("my keys")]
    [InlineData("two words")]
    [InlineData("büro")]
    public void A_profile_is_found_by_the_name_that_is_listed(string name)
    {
        WriteConfig("[profile \"two words\"]\nregion = eu-west-1\n[profile büro]\nregion = eu-west-1\n");
        WriteCredentials("[my keys]\nregion = eu-west-1\n");

        Assert.Contains(name, Gateway.ListProfiles(null));
        Assert.Equal("eu-west-1", Gateway.FindRegion(new AwsSettings { ProfileName = name }));
    }

    [Theory]
    [InlineData("[profile p]\n  region = eu-west-1\n  output = json\n")]
    [InlineData("[profile p]\n\tregion=eu-west-1 # where the customers are\n")]
    [InlineData("\uFEFF[profile p]\r\nregion = eu-west-1\r\n")]
    [InlineData("[profile p]\nuse_fips_endpoint = true\n  # indented\nregion = eu-west-1")]
    public void What_people_write_into_the_file_is_understood(string config)
    {
        WriteConfig(config);

        Assert.Equal("eu-west-1", Gateway.FindRegion(new AwsSettings { ProfileName = "p" }));
    }

    [UnixFact]
    public async Task A_command_line_keeps_what_elsewhere_would_be_a_comment()
    {
        string keys = """{"Version":1,"AccessKeyId":"AKIDCOMMAND","SecretAccessKey":"s"}""";
        string command = Folder.Write("keys.sh", $"echo '{keys}'");
        WriteConfig($"[profile p]\ncredential_process = true ; sh {command}\n");

        CaughtRequest request = await Gateway.SignAsync(new AwsSettings { ProfileName = "p" });

        Assert.Contains("AKIDCOMMAND", request.Header("Authorization"), StringComparison.Ordinal);
    }
}
