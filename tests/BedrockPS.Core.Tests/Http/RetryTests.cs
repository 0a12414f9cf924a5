using System.Net;
using System.Net.Sockets;
using BedrockPS.Catalog;
using BedrockPS.Converse;
using BedrockPS.Http;

namespace BedrockPS.Tests;

public sealed class RetryTests : IDisposable
{
    private readonly LocalEndpoint _endpoint = LocalEndpoint.Start();
    private readonly List<(string Code, int Attempt, TimeSpan Wait)> _retries = [];

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    public async Task ThrottlingIsTriedAgainUntilItSucceeds()
    {
        Fail("ThrottlingException", times: 2);

        ConverseResponse response = await Calls.ConverseAsync(_endpoint.Uri, Options(3));

        Assert.Equal((3, 3L), (response.Attempts, _endpoint.RequestCount));
        Assert.Equal(
            [("ThrottlingException", 2), ("ThrottlingException", 3)], _retries.Select(r => (r.Code, r.Attempt)));
    }

    [Fact]
    public async Task ATryThatSucceedsIsWholeAgain()
    {
        Fail("ThrottlingException", times: 1);

        await Calls.ConverseAsync(_endpoint.Uri, Options(3));

        LocalRequest[] requests = [.. _endpoint.Requests];
        Assert.Equal(requests[0].Body, requests[1].Body);
        Assert.Contains("hello", requests[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ThrottlingException", 429)]
    [InlineData("ModelNotReadyException", 429)]
    [InlineData("ModelTimeoutException", 408)]
    [InlineData("InternalServerException", 500)]
    [InlineData("ServiceUnavailableException", 503)]
    [InlineData("NewServerException", 507)]
    public async Task WhatMayPassIsTriedAsOftenAsAllowed(string code, int status)
    {
        Fail(code, times: 9, status);

        BedrockException e = await Calls.FailAsync(_endpoint.Uri, Options(3));

        Assert.Equal((code, 3, 3L), (e.ErrorCode, e.Attempts, _endpoint.RequestCount));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task AProxyThatThrottlesIsHeardAndTriedAgain(int status)
    {
        _endpoint.Enqueue(new LocalReply
        {
            StatusCode = status, ContentType = "text/plain", Body = "slow down", RetryAfterSeconds = 7,
        });

        ConverseResponse response = await Calls.ConverseAsync(_endpoint.Uri, Options(3));

        Assert.Equal(2, response.Attempts);
        Assert.True(Assert.Single(_retries).Wait >= TimeSpan.FromSeconds(7));
    }

    [Theory]
    [InlineData("ValidationException", 400)]
    [InlineData("AccessDeniedException", 403)]
    [InlineData("ExpiredTokenException", 403)]
    [InlineData("ResourceNotFoundException", 404)]
    [InlineData("ServiceQuotaExceededException", 400)]
    [InlineData("ModelErrorException", 424)]
    public async Task WhatWouldFailAgainIsNotTriedAgain(string code, int status)
    {
        Fail(code, times: 9, status);

        BedrockException e = await Calls.FailAsync(_endpoint.Uri, Options(3));

        Assert.Equal((code, 1, 1L), (e.ErrorCode, e.Attempts, _endpoint.RequestCount));
        Assert.Empty(_retries);
    }

    [Fact]
    public async Task ADailyLimitIsNotTriedAgain()
    {
        _endpoint.Enqueue(new LocalReply
        {
            ErrorCode = "ThrottlingException", Message = "Too many tokens per day, please wait.", Times = 9,
        });

        BedrockException e = await Calls.FailAsync(_endpoint.Uri, Options(3));

        Assert.Equal((1, 1L), (e.Attempts, _endpoint.RequestCount));
    }

    [Fact]
    public async Task APageOfAProxyWith503IsTriedAgain()
    {
        _endpoint.Enqueue(new LocalReply { StatusCode = 503, ContentType = "text/html", Body = "<html>", Times = 1 });

        ConverseResponse response = await Calls.ConverseAsync(_endpoint.Uri, Options(3));

        Assert.Equal(2, response.Attempts);
    }

    [Fact]
    public async Task OneAttemptIsOne()
    {
        Fail("ThrottlingException", times: 9);

        BedrockException e = await Calls.FailAsync(_endpoint.Uri, Options(1));

        Assert.Equal((1, 1L), (e.Attempts, _endpoint.RequestCount));
    }

    [Fact]
    public async Task AStreamIsTriedAgainBeforeItsFirstEvent()
    {
        Fail("ThrottlingException", times: 1);

        (ConverseResponse response, _) = await Calls.StreamAsync(_endpoint.Uri, Options(3));

        Assert.Equal((2, 2L), (response.Attempts, _endpoint.RequestCount));
    }

    [Fact]
    public async Task ARefusedConnectionIsTriedAgain()
    {
        BedrockException e = await Calls.FailAsync(UnusedAddress(), Options(3));

        Assert.Equal((ClientErrorCode.ConnectionFailed, 3, 2), (e.ErrorCode, e.Attempts, _retries.Count));
        Assert.Null(e.StatusCode);
    }

    [Fact]
    public async Task ADroppedConnectionIsSentAsOftenAsAttemptsSay()
    {
        _endpoint.Enqueue(new LocalReply { DropConnection = true, Times = 9 });

        BedrockException e = await Calls.FailAsync(_endpoint.Uri, Options(3));

        Assert.Equal((ClientErrorCode.ConnectionFailed, 3, 3L), (e.ErrorCode, e.Attempts, _endpoint.RequestCount));
    }

    [Fact]
    public async Task ADropOnAConnectionInUseIsSentAsOftenAsAttemptsSay()
    {
        await Calls.ConverseAsync(_endpoint.Uri, Options(1));
        _endpoint.Enqueue(new LocalReply { DropConnection = true, Times = 9 });

        BedrockException e = await Calls.FailAsync(_endpoint.Uri, Options(3));

        Assert.Equal((3, 4L), (e.Attempts, _endpoint.RequestCount));
    }

    [Fact]
    public async Task ADropOfAGetOnAConnectionInUseIsSentAsOftenAsAttemptsSay()
    {
        using BedrockConnection connection = Calls.Connect(_endpoint.Uri, Options(2));
        await connection.ListFoundationModelsAsync();
        _endpoint.Enqueue(new LocalReply { Path = "/foundation-models", DropConnection = true, Times = 9 });

        BedrockException e = await Assert.ThrowsAsync<BedrockException>(() => connection.ListFoundationModelsAsync());

        Assert.Equal((2, 3L), (e.Attempts, _endpoint.RequestCount));
    }

    private static Uri UnusedAddress()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }

    private void Fail(string code, int times, int? status = null) =>
        _endpoint.Enqueue(new LocalReply { ErrorCode = code, StatusCode = status, Times = times });

    private CallOptions Options(int attempts) => new()
    {
        MaxAttempts = attempts,
        Clock = new ManualClock { Skips = TimeSpan.FromMinutes(1) },
        OnRetry = (failure, attempt, wait) => _retries.Add((failure.ErrorCode, attempt, wait)),
    };
}
