using System.Net;

namespace BedrockPS.Http;

/// <summary>The proxy that the environment or the system names, but never for this machine itself.</summary>
/// <remarks>
/// .NET sends 127.0.0.1 through HTTP_PROXY unless NO_PROXY says otherwise; a build agent's rarely does.
/// </remarks>
internal sealed class LoopbackBypass(IWebProxy system) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => system.Credentials;
        set => system.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : system.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || system.IsBypassed(host);
}
