using System.Net;

namespace BedrockPS.Http;

/// <summary>
/// The proxy that counts at this moment: of the process, of the environment, of the system; never for this machine
/// itself.
/// </summary>
/// <remarks>
/// .NET sends 127.0.0.1 through HTTP_PROXY unless NO_PROXY says otherwise; a build agent's rarely does.
/// </remarks>
internal sealed class CurrentProxy : IWebProxy, ICredentials
{
    // What .NET makes of the variables at first use, and keeps when they change.
    private const string FrozenEnvironment = "HttpEnvironmentProxy";

    /// <summary>Itself: the handler asks for them once, but they may change.</summary>
    public ICredentials? Credentials
    {
        get => this;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination)
    {
        if (destination.IsLoopback)
        {
            return null;
        }

        return FindEnvironment() is { } environment
            ? environment.Find(destination)
            : FindOther()?.GetProxy(destination);
    }

    /// <inheritdoc/>
    public bool IsBypassed(Uri host)
    {
        if (host.IsLoopback)
        {
            return true;
        }

        return FindEnvironment() is { } environment
            ? environment.Find(host) is null
            : FindOther()?.IsBypassed(host) ?? true;
    }

    /// <inheritdoc/>
    public NetworkCredential? GetCredential(Uri uri, string authType) => FindEnvironment() is { } environment
        ? environment.FindCredential(uri)
        : FindOther()?.Credentials?.GetCredential(uri, authType);

    // Somebody who sets the process's proxy means it, whatever the variables say.
    private static EnvironmentProxy? FindEnvironment() => IsChosen(HttpClient.DefaultProxy)
        ? null
        : EnvironmentProxy.Read();

    private static IWebProxy? FindOther() =>
        HttpClient.DefaultProxy is { } proxy && proxy.GetType().Name != FrozenEnvironment ? proxy : null;

    private static bool IsChosen(IWebProxy proxy) => proxy.GetType().Assembly != typeof(HttpClient).Assembly;
}
