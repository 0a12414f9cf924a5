using System.Globalization;
using BedrockPS.Access;
using BedrockPS.Converse;
using BedrockPS.Http;

namespace BedrockPS.Tests;

/// <summary>Which refusals are about this machine's clock, and what is made of them.</summary>
public sealed class ClockSkewTests
{
    private readonly ManualClock _clock = new();
    private readonly List<DateTimeOffset> _times = [];
    private readonly EndpointMemory _session = new();

    [Theory]
    [InlineData("InvalidSignatureException")]
    [InlineData("SignatureDoesNotMatch")]
    [InlineData("AuthFailure")]
    [InlineData("RequestTimeTooSkewed")]
    [InlineData("RequestExpired")]
    [InlineData("RequestInTheFuture")]
    public async Task TheCodesOfATimeThatIsWrongAreAnsweredWithTheRightTime(string code)
    {
        await using RawServer server = Refusing(code, TimeSpan.FromMinutes(12));

        BedrockException e = await FailAsync(server);

        Assert.Equal((code, 2, 2), (e.ErrorCode, e.Attempts, server.Requests));
        Assert.Equal([TimeSpan.Zero, TimeSpan.FromMinutes(12)], _times.Select(OffsetOf));
    }

    [Theory]
    [InlineData("InvalidSignatureException", 3.9, "")]
    [InlineData("InvalidSignatureException", -3.9, "")]
    [InlineData("InvalidSignatureException", 12, "\r\nAge: 4")]
    [InlineData("AccessDeniedException", 12, "")]
    [InlineData("ExpiredTokenException", 12, "")]
    public async Task WhatIsNotAboutTheClockIsNotSentAgain(string code, double minutes, string header)
    {
        await using RawServer server = Refusing(code, TimeSpan.FromMinutes(minutes), header);

        BedrockException e = await FailAsync(server);

        Assert.Equal((code, 1, 1), (e.ErrorCode, e.Attempts, server.Requests));
        Assert.Equal("no", e.Message);
    }

    [Fact]
    public async Task AnAnswerThatTookTooLongTellsNoTime()
    {
        await using RawServer server = new(_ =>
        {
            _clock.Advance(TimeSpan.FromMinutes(16));
            return Refusal("InvalidSignatureException", TimeSpan.FromMinutes(12));
        });

        BedrockException e = await FailAsync(server, new CallOptions { Timeout = TimeSpan.FromHours(1) });

        Assert.Equal(1, e.Attempts);
    }

    [Fact]
    public async Task TheCorrectionIsKeptForTheSessionAndTheEndpoint()
    {
        await using RawServer server = Refusing("InvalidSignatureException", TimeSpan.FromMinutes(-12));
        await FailAsync(server, Calls.Once);

        await FailAsync(server, Calls.Once);

        Assert.Equal([TimeSpan.Zero, TimeSpan.FromMinutes(-12)], _times.Select(OffsetOf));
        Assert.Equal(TimeSpan.Zero, _session.Of(new Uri("https://other.example")).ClockOffset);
    }

    [Fact]
    public async Task AClockThatWasSetRightIsBelievedAgain()
    {
        TimeSpan offset = TimeSpan.FromMinutes(12);
        await using RawServer server = new(_ => Refusal("InvalidSignatureException", offset));
        await FailAsync(server, Calls.Once);
        offset = TimeSpan.Zero;

        BedrockException e = await FailAsync(server, new CallOptions());

        Assert.Equal(2, e.Attempts);
        Assert.Equal("no", e.Message);
        Assert.Equal([0, 12, 0], _times.Select(time => (int)OffsetOf(time).TotalMinutes));
    }

    [Theory]
    [InlineData(12, "12 minutes behind the service's")]
    [InlineData(-12, "12 minutes ahead of the service's")]
    [InlineData(300, "5 hours behind the service's")]
    [InlineData(-14400, "10 days ahead of the service's")]
    public async Task WhatRemainsSaysHowWrongTheClockIs(int minutes, string words)
    {
        List<string> remarks = [];
        await using RawServer server = Refusing("InvalidSignatureException", TimeSpan.FromMinutes(minutes));

        BedrockException e = await FailAsync(server, new CallOptions { OnRemark = remarks.Add });

        Assert.StartsWith($"no This machine's clock is {words}: set it right", e.Message, StringComparison.Ordinal);
        Assert.Equal((403, 2, "id-1"), (e.StatusCode, e.Attempts, e.RequestId));
        Assert.Contains(words, Assert.Single(remarks), StringComparison.Ordinal);
    }

    private static TimeSpan OffsetOf(DateTimeOffset time) => time - DateTimeOffset.UnixEpoch;

    private RawServer Refusing(string code, TimeSpan offset, string header = "") =>
        new(_ => Refusal(code, offset, header));

    private byte[] Refusal(string code, TimeSpan offset, string header = "")
    {
        string date = (_clock.GetUtcNow() + offset).ToString("R", CultureInfo.InvariantCulture);
        return RawServer.Response(
            $"403 No\r\nx-amzn-ErrorType: {code}\r\nx-amzn-RequestId: id-1\r\nDate: {date}{header}",
            """{"message":"no"}""");
    }

    private async Task<BedrockException> FailAsync(RawServer server, CallOptions? options = null)
    {
        CallOptions own = (options ?? new CallOptions()) with { Clock = _clock, Memory = _session };
        using BedrockConnection connection = new(server.Uri, new SignerSeat(_times), own);
        return await Assert.ThrowsAsync<BedrockException>(
            () => connection.ConverseAsync(Calls.Question()).WaitAsync(Calls.Patience));
    }

    // Where the signer sits: it sees the time that it would sign with.
    private sealed class SignerSeat(List<DateTimeOffset> times) : DelegatingHandler(SharedSockets.Handler)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
        {
            times.Add(request.Options.TryGetValue(SigningTime.Key, out DateTimeOffset time) ? time : default);
            return base.SendAsync(request, token);
        }
    }
}
