namespace BedrockPS.Http;

/// <summary>Sends a request until it succeeds, is not worth another try, or has used up its attempts.</summary>
/// <remarks>What leaves this handler is a success or a <see cref="BedrockException"/>, never another status.</remarks>
internal sealed class RetryHandler(CallOptions options, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    // What a timer can hold, where the call itself has no limit.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly RetryQuota _quota = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        // A request without a body is sent again below us, uncounted, when a pooled connection turns out to be closed;
        // with one, even an empty one, it is not.
        request.Content ??= new ByteArrayContent([]);
        int cost = 0;
        for (int attempt = 1; ; attempt++)
        {
            request.Options.Set(ResponseFacts.AttemptsKey, attempt);
            BedrockException failure;
            try
            {
                HttpResponseMessage response = await SendOnceAsync(request, token).ConfigureAwait(false);
                _quota.Return(cost);
                return response;
            }
            catch (BedrockException e)
            {
                failure = e;
                failure.Attempts = attempt;
            }

            if (attempt >= options.MaxAttempts || !RetryPolicy.IsRetryable(failure))
            {
                throw failure;
            }

            TimeSpan wait = RetryPolicy.DelayBefore(attempt + 1, failure.RetryAfter);
            if (Outlasts(wait) || !_quota.TryTake(failure, out cost))
            {
                throw failure;
            }

            options.OnRetry?.Invoke(failure, attempt + 1, wait);
            await Task.Delay(wait, options.Clock, token).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken token)
    {
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, token).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw ConnectionErrors.Explain(request, e);
        }
        catch (OperationCanceledException e)
            when (e.InnerException is TimeoutException && !token.IsCancellationRequested)
        {
            throw ConnectionErrors.NotReached(request, e);
        }

        response.RequestMessage ??= request;
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ErrorReader.ReadAsync(response, token).ConfigureAwait(false);
        }
    }

    // A wait that the call's own limit would end tells less, and later, than the service's own words.
    private bool Outlasts(TimeSpan wait) => wait >= Limit(options.Timeout) || wait >= Limit(options.IdleTimeout);

    private static TimeSpan Limit(TimeSpan limit) => limit == Timeout.InfiniteTimeSpan ? LongestTimer : limit;
}
