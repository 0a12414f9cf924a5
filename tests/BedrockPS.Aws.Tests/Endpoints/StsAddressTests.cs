using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Endpoints;

public sealed class StsAddressTests : StsTest
{
    public StsAddressTests() => Set("AWS_ENDPOINT_URL_STS", null);

    [Fact]
    public async Task A_role_is_assumed_where_the_services_of_its_profile_say()
    {
        WriteRole("services = mine", $"[services mine]\nsts =\n  endpoint_url = {Sts.Uri}\n");

        Assert.Contains("assumed-role/Ops", await SignAsRoleAsync(Ops), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_keys_these_are_is_asked_where_their_profile_says()
    {
        WriteConfig($"{BaseProfile}endpoint_url = {Sts.Uri}\n");

        CallerIdentity identity = await Session.GetCallerIdentityAsync(
            new AwsSettings { ProfileName = "base" }, "eu-west-3", CancellationToken.None);

        Assert.Equal("111122223333", identity.AccountId);
        Assert.Contains("/eu-west-3/sts/", Sts.Requests[0].Scope, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_that_is_missing_stops_a_call_to_sts_that_needs_certificates()
    {
        WriteRole($"ca_bundle = {Path.Combine(Folder.Path, "absent.pem")}");

        BedrockException error = await Assert.ThrowsAsync<BedrockException>(() => SignAsRoleAsync(Ops));

        Assert.Equal(ClientErrorCode.InvalidRequest, error.ErrorCode);
        Assert.Contains("profile 'ops'", error.Message, StringComparison.Ordinal);
    }
}
