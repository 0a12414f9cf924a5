using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Credentials;

public sealed class CallerIdentityTests : StsTest
{
    [Fact]
    public async Task Sts_says_whose_keys_these_are()
    {
        WriteRole("role_session_name = nightly");

        Assert.Equal(
            new CallerIdentity("111122223333", "arn:aws:iam::111122223333:user/u", "AIDAAKIDBASE"),
            await AskAsync(new AwsSettings { ProfileName = "base" }));
        Assert.Equal("arn:aws:sts::111122223333:assumed-role/Ops/nightly", (await AskAsync(Ops)).Arn);
        Assert.Contains("/eu-west-3/sts/", Sts.Requests[0].Scope, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_it_does_not_know_are_named_by_their_place()
    {
        BedrockException error = await Assert.ThrowsAsync<BedrockException>(
            () => AskAsync(new AwsSettings { AccessKey = "AKIDUNKNOWN", SecretKey = "hunter2" }));

        Assert.Equal(ClientErrorCode.InvalidCredentials, error.ErrorCode);
        Assert.Equal("sts-request-1", error.RequestId);
        Assert.Contains("-AccessKey", error.Message, StringComparison.Ordinal);
        Assert.Contains("InvalidClientTokenId", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_sts_that_is_not_there_is_no_fault_of_the_keys()
    {
        Sts.Dispose();

        BedrockException error = await Assert.ThrowsAsync<BedrockException>(
            () => AskAsync(new AwsSettings { AccessKey = "AKID", SecretKey = "hunter2" }));

        Assert.Equal(ClientErrorCode.ConnectionFailed, error.ErrorCode);
        Assert.Contains(Sts.Uri.Authority, error.Message, StringComparison.Ordinal);
    }

    private Task<CallerIdentity> AskAsync(AwsSettings settings) =>
        Session.GetCallerIdentityAsync(settings, "eu-west-3", CancellationToken.None);
}
