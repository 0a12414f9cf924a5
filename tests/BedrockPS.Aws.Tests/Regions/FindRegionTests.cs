using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Regions;

public sealed class FindRegionTests : EnvironmentTest
{
    [Fact]
    public void Each_source_yields_to_the_one_before_it()
    {
        AwsSettings settings = new() { Region = "eu-west-1", ProfileName = "named" };
        WriteConfig(
            """
            [default]
            region = us-east-1
            [profile named]
            region = eu-west-2
            [profile ambient]
            region = eu-north-1
            """);
        Set("AWS_REGION", "eu-west-3");
        Set("AWS_DEFAULT_REGION", "eu-south-1");
        Set("AWS_PROFILE", "ambient");

        Assert.Equal("eu-west-1", Gateway.FindRegion(settings));
        settings = settings with { Region = null };
        Assert.Equal("eu-west-2", Gateway.FindRegion(settings));
        settings = settings with { ProfileName = null };
        Assert.Equal("eu-west-3", Gateway.FindRegion(settings));
        Set("AWS_REGION", null);
        Assert.Equal("eu-south-1", Gateway.FindRegion(settings));
        Set("AWS_DEFAULT_REGION", null);
        Assert.Equal("eu-north-1", Gateway.FindRegion(settings));
        Set("AWS_PROFILE", null);
        Assert.Equal("us-east-1", Gateway.FindRegion(settings));
        WriteConfig(string.Empty);
        Assert.Null(Gateway.FindRegion(settings));
    }

    [Fact]
    public void A_named_profile_without_a_region_does_not_borrow_the_default_profile_s()
    {
        WriteConfig("[default]\nregion = us-east-1\n[profile bare]\noutput = json\n");

        Assert.Null(Gateway.FindRegion(new AwsSettings { ProfileName = "bare" }));
        Set("AWS_PROFILE", "bare");
        Assert.Null(Gateway.FindRegion(new AwsSettings()));
    }

    [Fact]
    public void A_named_profile_without_a_region_leaves_it_to_the_environment()
    {
        WriteConfig("[profile bare]\noutput = json\n");
        Set("AWS_REGION", "eu-west-3");

        Assert.Equal("eu-west-3", Gateway.FindRegion(new AwsSettings { ProfileName = "bare" }));
    }

    [Fact]
    public void Blank_means_absent()
    {
        Set("AWS_REGION", " ");
        Set("AWS_DEFAULT_REGION", "eu-south-1");

        Assert.Equal("eu-south-1", Gateway.FindRegion(new AwsSettings { Region = "", ProfileName = " " }));
    }

    [Fact]
    public void Nothing_names_one_and_there_are_no_files()
    {
        Assert.Null(Gateway.FindRegion(new AwsSettings()));
    }

    [Fact]
    public void A_missing_profile_is_an_error_that_names_it_the_files_and_the_cure()
    {
        BedrockException error = Assert.Throws<BedrockException>(
            () => Gateway.FindRegion(new AwsSettings { ProfileName = "absent" }));

        Assert.Equal(ClientErrorCode.ProfileNotFound, error.ErrorCode);
        Assert.Contains("'absent'", error.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(Folder.Path, "credentials"), error.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(Folder.Path, "config"), error.Message, StringComparison.Ordinal);
        Assert.Contains("Set-BRDefault -ProfileName", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_profile_of_the_environment_is_an_error_too()
    {
        Set("AWS_PROFILE", "absent");

        BedrockException error = Assert.Throws<BedrockException>(() => Gateway.FindRegion(new AwsSettings()));

        Assert.Equal(ClientErrorCode.ProfileNotFound, error.ErrorCode);
    }

    [Fact]
    public void The_files_that_the_environment_points_to_now_count()
    {
        WriteConfig("[default]\nregion = us-east-1\n");
        Assert.Equal("us-east-1", Gateway.FindRegion(new AwsSettings()));

        Set("AWS_CONFIG_FILE", Folder.Write("other/config", "[default]\nregion = eu-west-1\n"));
        Assert.Equal("eu-west-1", Gateway.FindRegion(new AwsSettings()));

        Set("AWS_SHARED_CREDENTIALS_FILE", Folder.Write("other/credentials", "[default]\nregion = eu-west-2\n"));
        Assert.Equal("eu-west-2", Gateway.FindRegion(new AwsSettings()));
    }

    [Fact]
    public void The_location_of_the_settings_brings_the_config_beside_it()
    {
        Set("AWS_CONFIG_FILE", null);
        string location = Folder.Write("mine/credentials", string.Empty);
        Folder.Write("mine/config", "[profile p]\nregion = eu-west-1\n");

        AwsSettings settings = new() { ProfileName = "p", ProfileLocation = location };

        Assert.Equal("eu-west-1", Gateway.FindRegion(settings));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told_without_its_lines()
    {
        WriteCredentials("[default]\naws_access_key_id = AKID\nhunter2secret\n");

        BedrockException error = Assert.Throws<BedrockException>(() => Gateway.FindRegion(new AwsSettings()));

        Assert.Equal(ClientErrorCode.InvalidCredentials, error.ErrorCode);
        Assert.Contains("Line 3", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }
}
