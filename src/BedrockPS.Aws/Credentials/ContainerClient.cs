using System.Net;

namespace BedrockPS.Aws.Credentials;

/// <summary>Asks a container's endpoint for the keys of its role.</summary>
internal sealed class ContainerClient(Uri endpoint, string origin, TimeProvider clock)
{
    private const string TokenVariable = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private const string TokenFileVariable = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
    private const int MaxAttempts = 3;

    // The endpoint is beside the container: no proxy can reach it.
    private static readonly HttpClient Client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 64 * 1024,
    };

    public async Task<TimedKeys> ReadAsync(CancellationToken token)
    {
        TimeSpan limit = MetadataLimit.Read();
        using CancellationTokenSource end = new(limit, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, token);
        try
        {
            return await RetryAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw AwsError.Unusable(origin, MetadataLimit.Exceeded(limit));
        }
    }

    private async Task<TimedKeys> RetryAsync(CancellationToken token)
    {
        for (int attempt = 1; ; attempt++)
        {
            bool isLast = attempt == MaxAttempts;
            try
            {
                using HttpResponseMessage response = await SendAsync(token).ConfigureAwait(false);
                if (isLast || response.StatusCode < HttpStatusCode.InternalServerError)
                {
                    return ContainerAnswer.Read(
                        response.StatusCode, await response.Content.ReadAsByteArrayAsync(token).ConfigureAwait(false));
                }
            }
            catch (HttpRequestException e) when (isLast)
            {
                throw AwsError.Unusable(origin, $"it could not be reached: {SafeMessage.Of(e.InnerException ?? e)}");
            }
            catch (HttpRequestException)
            {
                // It may be about to start.
            }
            catch (FormatException e)
            {
                throw AwsError.Unusable(origin, e.Message);
            }

            TimeSpan wait = TimeSpan.FromSeconds(Random.Shared.NextDouble() * attempt);
            await Task.Delay(wait, clock, token).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(CancellationToken token)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, endpoint);
        if (await ReadTokenAsync(token).ConfigureAwait(false) is { } authorization)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await Client.SendAsync(request, token).ConfigureAwait(false);
    }

    // A pod's token is replaced in its file long before it ends.
    private async Task<string?> ReadTokenAsync(CancellationToken token)
    {
        NamedValue file = NamedValue.OfVariable(TokenFileVariable);
        NamedValue value = file.Value is null
            ? NamedValue.OfVariable(TokenVariable)
            : file with { Value = await TextFile.ReadAsync(file.Value, origin, token).ConfigureAwait(false) };

        return Text.OrNull(value.Value)?.AsSpan().IndexOfAny('\r', '\n') > 0
            ? throw AwsError.Unusable(origin, $"the token of {value.Name} has more than one line.")
            : Text.OrNull(value.Value);
    }
}
