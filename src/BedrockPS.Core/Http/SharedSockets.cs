using System.Net;

namespace BedrockPS.Http;

/// <summary>The connections of this process; they hold no user's state, so every runspace shares them.</summary>
public static class SharedSockets
{
    private static readonly Lazy<SocketsHttpHandler> Shared = new(() => new SocketsHttpHandler
    {
        // A redirect would post the prompt to a host that nobody named.
        AllowAutoRedirect = false,
        UseCookies = false,
        Proxy = new LoopbackBypass(HttpClient.DefaultProxy),
        AutomaticDecompression = DecompressionMethods.None,

        // DNS answers change under a shell that stays open for weeks.
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        ConnectTimeout = TimeSpan.FromSeconds(10),

        // A half-read stream would otherwise be read on for two seconds after it was left.
        ResponseDrainTimeout = TimeSpan.Zero,
        MaxResponseDrainSize = 0,
    });

    /// <summary>The handler that sends; it lives as long as the process.</summary>
    public static HttpMessageHandler Handler => Shared.Value;
}
