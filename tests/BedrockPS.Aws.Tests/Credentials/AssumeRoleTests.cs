using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;

namespace BedrockPS.Aws.Tests.Credentials;

public sealed class AssumeRoleTests : StsTest
{
    [Theory]
    [InlineData(-12)]
    [InlineData(12)]
    [InlineData(-40 * 24 * 60)]
    public async Task A_wrong_clock_costs_one_attempt(int minutes)
    {
        Sts.ClockOffset = TimeSpan.FromMinutes(-minutes);
        Sts.Lifetime = TimeSpan.FromDays(50);
        WriteRole();

        await SignAsRoleAsync(Ops);

        Assert.Equal(2, Sts.Requests.Count);
    }

    [Fact]
    public async Task A_role_signs_with_the_keys_that_its_source_got_for_it()
    {
        WriteRole("role_session_name = nightly\nexternal_id = ext/1 & 2\nduration_seconds = 900");
        Sts.ExternalId = "ext/1 & 2";

        Assert.Equal("arn:aws:sts::111122223333:assumed-role/Ops/nightly", await SignAsRoleAsync(Ops));
        Assert.Equal("AKIDBASE", Assert.Single(Sts.Requests).AccessKey);
        Assert.Equal("900", LastForm["DurationSeconds"]);
    }

    [Fact]
    public async Task What_a_profile_leaves_out_is_not_sent()
    {
        WriteRole();

        Assert.Contains("/BedrockPS-", await SignAsRoleAsync(Ops), StringComparison.Ordinal);
        Assert.Equal(
            ["Action", "RoleArn", "RoleSessionName", "Version"], LastForm.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("region = ap-south-1", "eu-west-3", "ap-south-1")]
    [InlineData("", "eu-west-3", "eu-west-3")]
    [InlineData("", null, "us-west-2")]
    public async Task Sts_is_asked_in_the_role_s_region_then_the_caller_s_then_the_source_s(
        string line, string? callers, string expected)
    {
        Set("AWS_REGION", "sa-east-1");
        WriteRole(line);

        await SignAsRoleAsync(Ops with { Region = callers });

        Assert.Contains($"/{expected}/sts/", Sts.Requests[0].Scope, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_lead_to_one_another_and_each_is_asked_for_with_the_keys_of_the_one_before()
    {
        WriteRole(profiles: $"[profile last]\nrole_arn = {RoleArn}Last\nsource_profile = ops\n");

        string arn = await SignAsRoleAsync(new AwsSettings { ProfileName = "last" });

        Assert.StartsWith("arn:aws:sts::111122223333:assumed-role/OpsLast/", arn, StringComparison.Ordinal);
        Assert.Equal(["AKIDBASE", "ASIA0000000000000001"], Sts.Requests.Select(request => request.AccessKey));
    }

    [Fact]
    public async Task A_role_may_come_from_the_environment_s_keys()
    {
        Sts.AddUser("AKIDENVIRONMENT", "environment/secret");
        Set("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT");
        Set("AWS_SECRET_ACCESS_KEY", "environment/secret");
        WriteConfig($"[profile ops]\nrole_arn = {RoleArn}\ncredential_source = Environment\n");

        await SignAsRoleAsync(Ops);

        Assert.Equal("AKIDENVIRONMENT", Sts.Requests[0].AccessKey);
    }

    [Theory]
    [InlineData("EcsContainer")]
    [InlineData("Ec2InstanceMetadata")]
    public async Task A_role_may_come_from_the_machine_s(string source)
    {
        Sts.AddUser("AKIDMACHINE", "machine/secret");
        using LoopbackServer machine = MachineServer.Start("AKIDMACHINE", "machine/secret");
        Set("AWS_EC2_METADATA_DISABLED", null);
        Set("AWS_EC2_METADATA_SERVICE_ENDPOINT", machine.Uri.ToString().TrimEnd('/'));
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", machine.Uri.ToString());
        WriteConfig($"[profile ops]\nrole_arn = {RoleArn}\ncredential_source = {source}\n");

        // A context of its own: the SDK keeps the endpoint of its first question for as long as it lives.
        await SignAsRoleAsync(Ops, AwsGatewayLoader.Open(Staged.Copy(Folder.Path)));

        Assert.Equal("AKIDMACHINE", Sts.Requests[0].AccessKey);
    }

    [UnixFact]
    public async Task A_role_may_come_from_a_process()
    {
        string json = Folder.Write(
            "keys.json", $$"""{"Version":1,"AccessKeyId":"AKIDBASE","SecretAccessKey":"{{BaseSecret}}"}""");
        WriteConfig(
            $"""
            [profile ops]
            role_arn = {RoleArn}
            source_profile = process
            [profile process]
            credential_process = cat {json}
            """);

        await SignAsRoleAsync(Ops);

        Assert.Equal("AKIDBASE", Sts.Requests[0].AccessKey);
    }

    [Fact]
    public async Task The_environment_s_profile_may_be_a_role_too()
    {
        WriteRole();
        Set("AWS_PROFILE", "ops");

        Assert.Contains("/Ops/", await SignAsRoleAsync(new AwsSettings()), StringComparison.Ordinal);
    }
}
