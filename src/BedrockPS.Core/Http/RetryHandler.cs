namespace BedrockPS.Http;

/// <summary>Sends a request until it succeeds, is not worth another try, or has used up its attempts.</summary>
/// <remarks>What leaves this handler is a success or a <see cref="BedrockException"/>, never another status.</remarks>
internal sealed class RetryHandler(CallOptions options, EndpointState endpoint, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        // A request without a body is sent again below us, uncounted, when a pooled connection turns out to be closed;
        // with one, even an empty one, it is not.
        request.Content ??= new ByteArrayContent([]);
        RequestTries tries = new(options, endpoint, request);
        while (true)
        {
            tries.Begin();
            TimeSpan wait;
            try
            {
                HttpResponseMessage response = await SendOnceAsync(request, token).ConfigureAwait(false);
                tries.Succeed();
                return response;
            }
            catch (BedrockException failure)
            {
                wait = tries.WaitAfter(failure) ?? throw tries.Conclude(failure);
            }

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
}
