using System.Globalization;
using System.Text.Json.Nodes;
using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Catalog;
using BedrockPS.Http;
using BedrockPS.TestServers;

namespace BedrockPS.Aws.Tests.Sso;

/// <summary>Two kinds of retries, one within the other: those for keys, and those of the call.</summary>
public sealed class SsoRetryTests : SsoTest
{
    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_portal_that_fails_is_not_asked_again_for_each_attempt_of_the_call(int status)
    {
        using LoopbackServer portal = new(_ => new LoopbackReply("{}", status));
        Set("AWS_ENDPOINT_URL_SSO", portal.Uri.ToString());
        SteppingClock clock = new();
        JsonObject signedIn = SignedIn(0);
        signedIn["expiresAt"] = clock.GetUtcNow().AddHours(1).ToString("O", CultureInfo.InvariantCulture);
        Write(SessionFile, signedIn);
        CatchingHandler end = new();
        AwsSettings ops = new() { ProfileName = "ops" };
        using HttpMessageHandler signer = Staged.Open(clock).CreateSigner(ops, Sending.Region, end);
        using BedrockConnection connection = new(Sending.Endpoint, signer, new CallOptions { Clock = clock });

        BedrockException failure = await Assert.ThrowsAsync<BedrockException>(
            () => connection.ListFoundationModelsAsync());

        Assert.Equal((ClientErrorCode.InvalidCredentials, status), (failure.ErrorCode, failure.StatusCode));
        Assert.Equal(3, portal.Requests.Count);
        Assert.Empty(end.Requests);
    }
}
