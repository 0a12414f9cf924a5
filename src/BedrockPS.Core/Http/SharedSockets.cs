using System.Collections.Concurrent;
using System.Net;
using BedrockPS.Access;

namespace BedrockPS.Http;

/// <summary>The connections of this process; they hold no user's state, so every runspace shares them.</summary>
public static class SharedSockets
{
    private static readonly Lazy<SocketsHttpHandler> Plain = new(Create);
    private static readonly ConcurrentDictionary<string, BundledSockets> Bundled = new(StringComparer.Ordinal);

    /// <summary>The handler that sends and trusts whom the system trusts; it lives as long as the process.</summary>
    public static HttpMessageHandler Handler => Plain.Value;

    /// <summary>The handler that trusts the certificates of a file too.</summary>
    /// <param name="caBundle">The file, in PEM form, and who named it; null for none.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: the file holds no certificates.</exception>
    public static HttpMessageHandler Trusting(Sourced<string>? caBundle)
    {
        if (caBundle is null)
        {
            return Handler;
        }

        // A replaced file makes new connections; the old ones end with the calls that still use them.
        CaBundleFile file = CaBundleFile.Locate(caBundle);
        return Bundled.AddOrUpdate(
            file.Path,
            _ => BundledSockets.Open(file, caBundle.Source),
            (_, known) => known.File == file ? known : BundledSockets.Open(file, caBundle.Source)).Handler;
    }

    private static SocketsHttpHandler Create() => new()
    {
        // A redirect would post the prompt to a host that nobody named.
        AllowAutoRedirect = false,
        UseCookies = false,
        Proxy = new CurrentProxy(),
        AutomaticDecompression = DecompressionMethods.None,

        // DNS answers change under a shell that stays open for weeks.
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        ConnectTimeout = TimeSpan.FromSeconds(10),

        // A half-read stream would otherwise be read on for two seconds after it was left.
        ResponseDrainTimeout = TimeSpan.Zero,
        MaxResponseDrainSize = 0,
    };

    private sealed record BundledSockets(CaBundleFile File, SocketsHttpHandler Handler)
    {
        public static BundledSockets Open(CaBundleFile file, string source)
        {
            SocketsHttpHandler handler = Create();
            handler.SslOptions.RemoteCertificateValidationCallback = new ExtraTrust(file.Read(source)).Accepts;
            return new BundledSockets(file, handler);
        }
    }
}
