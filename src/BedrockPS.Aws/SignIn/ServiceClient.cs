using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using BedrockPS.Aws.Endpoints;

namespace BedrockPS.Aws.SignIn;

/// <summary>Calls the services that sign people in: JSON over HTTP, without a signature.</summary>
internal sealed class ServiceClient(ProfileServices services, TimeProvider clock)
{
    public const int MaxAttempts = 3;

    // Retries and waits included: whoever asks for keys waits for the answer of a model behind it.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Sends a request, and again where that may help.</summary>
    /// <param name="make">Makes the request, anew for each attempt.</param>
    /// <param name="token">Ends the call at once.</param>
    /// <param name="maxAttempts">The most times that it is sent.</param>
    /// <exception cref="ServiceFailure">There is no answer that can be used.</exception>
    public async Task<JsonObject> SendAsync(
        Func<HttpRequestMessage> make, CancellationToken token, int maxAttempts = MaxAttempts)
    {
        using CancellationTokenSource limit = new(Limit, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(token, limit.Token);
        try
        {
            return await SendAsync(make, maxAttempts, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !token.IsCancellationRequested)
        {
            throw new ServiceFailure($"no answer in {Limit.TotalSeconds:0} s") { IsTransient = true };
        }
    }

    /// <summary>The body of a request.</summary>
    public static HttpContent Body(JsonObject json) =>
        new StringContent(json.ToJsonString(), Encoding.UTF8, MediaTypeNames.Application.Json);

    private async Task<JsonObject> SendAsync(Func<HttpRequestMessage> make, int maxAttempts, CancellationToken token)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await SendOnceAsync(make, token).ConfigureAwait(false);
            }
            catch (ServiceFailure failure) when (failure.IsTransient && attempt < maxAttempts)
            {
                await Task.Delay(Backoff(attempt), clock, token).ConfigureAwait(false);
            }
        }
    }

    private async Task<JsonObject> SendOnceAsync(Func<HttpRequestMessage> make, CancellationToken token)
    {
        using HttpRequestMessage request = make();

        // Without a body, even an empty one, it would be sent again below us, uncounted, when a connection breaks.
        request.Content ??= new ByteArrayContent([]);
        using HttpMessageInvoker invoker = new(services.FindSockets(request.RequestUri!), disposeHandler: false);
        try
        {
            using HttpResponseMessage response = await invoker.SendAsync(request, token).ConfigureAwait(false);
            return await AnswerReader.ReadAsync(response, token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw NotReached(request, e);
        }
        catch (OperationCanceledException e)
            when (e.InnerException is TimeoutException && !token.IsCancellationRequested)
        {
            throw NotReached(request, e);
        }
    }

    private static ServiceFailure NotReached(HttpRequestMessage request, Exception cause) =>
        new($"{request.RequestUri!.Authority} could not be reached: {cause.GetBaseException().Message}")
        {
            IsTransient = true,
        };

    private static TimeSpan Backoff(int attempt) =>
        TimeSpan.FromSeconds(Random.Shared.NextDouble() * Math.Pow(2, attempt - 1));
}
