using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Catalog;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Signing;

/// <summary>Signatures by a clock that is wrong, before an endpoint that checks them as the service does.</summary>
public sealed class ClockSkewTests : IDisposable
{
    private static readonly AwsSettings Keys = new()
    {
        AccessKey = LocalCredentials.AccessKey,
        SecretKey = LocalCredentials.SecretKey,
    };

    private readonly LocalEndpoint _endpoint = LocalEndpoint.Start();
    private readonly EndpointMemory _session = new();

    public void Dispose() => _endpoint.Dispose();

    [Theory]
    [InlineData(-12)]
    [InlineData(12)]
    [InlineData(-3 * 60)]
    [InlineData(40 * 24 * 60)]
    public async Task A_wrong_clock_costs_one_attempt_of_the_first_call(int minutes)
    {
        CallOptions options = Options(minutes);

        await ListAsync(Keys, options);
        Assert.Equal(2, _endpoint.RequestCount);

        await ListAsync(Keys, options);
        Assert.Equal(3, _endpoint.RequestCount);
        Assert.All(_endpoint.Requests, request => Assert.True(request.Signed));
    }

    [Fact]
    public async Task One_attempt_is_one_and_the_next_call_is_signed_rightly()
    {
        CallOptions options = Options(minutes: -12) with { MaxAttempts = 1 };

        BedrockException error = await Assert.ThrowsAsync<BedrockException>(() => ListAsync(Keys, options));
        Assert.Equal(("InvalidSignatureException", 1, 1L), (error.ErrorCode, error.Attempts, _endpoint.RequestCount));
        Assert.Contains("12 minutes behind", error.Message, StringComparison.Ordinal);

        await ListAsync(Keys, options);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-12, 2)]
    public async Task A_wrong_secret_stays_wrong_at_any_time(int minutes, int attempts)
    {
        AwsSettings wrong = Keys with { SecretKey = "wrong" };

        BedrockException error = await Assert.ThrowsAsync<BedrockException>(() => ListAsync(wrong, Options(minutes)));

        Assert.Equal(("InvalidSignatureException", attempts), (error.ErrorCode, error.Attempts));
        Assert.Equal(minutes != 0, error.Message.Contains("clock is 12 minutes", StringComparison.Ordinal));
    }

    private async Task ListAsync(AwsSettings settings, CallOptions options)
    {
        HttpMessageHandler signer = Staged.Gateway.CreateSigner(settings, Sending.Region, SharedSockets.Handler);
        using BedrockConnection connection = new(_endpoint.Uri, signer, options);
        await connection.ListFoundationModelsAsync();
    }

    private CallOptions Options(int minutes) => new()
    {
        Clock = new WrongClock(TimeSpan.FromMinutes(minutes)),
        Memory = _session,
    };

    private sealed class WrongClock(TimeSpan error) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + error;
    }
}
