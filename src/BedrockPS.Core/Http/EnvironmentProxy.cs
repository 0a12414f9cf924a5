using System.Net;

namespace BedrockPS.Http;

/// <summary>The proxies that the environment names at this moment.</summary>
/// <remarks>
/// .NET reads the variables once for the process, so one that is set in a running session would never count.
/// </remarks>
/// <param name="Http">The proxy for http; null where there is none.</param>
/// <param name="Https">The proxy for https; null where there is none.</param>
/// <param name="Exempt">The hosts to reach directly, as NO_PROXY lists them.</param>
internal sealed record EnvironmentProxy(Uri? Http, Uri? Https, string[] Exempt)
{
    /// <summary>Reads the variables; null where they name no proxy.</summary>
    public static EnvironmentProxy? Read()
    {
        Uri? any = OfVariable("ALL_PROXY");
        Uri? http = OfVariable("HTTP_PROXY") ?? any;
        Uri? https = OfVariable("HTTPS_PROXY") ?? any;
        return http is null && https is null ? null : new EnvironmentProxy(http, https, ReadExempt());
    }

    /// <summary>The proxy on the way to a host, without the name and password it may ask for.</summary>
    public Uri? Find(Uri destination) => IsExempt(destination) ? null : WithoutUser(Of(destination));

    /// <summary>The name and password of a proxy; null where the variable has none.</summary>
    public NetworkCredential? FindCredential(Uri proxy) =>
        CredentialOf(Https, proxy) ?? CredentialOf(Http, proxy);

    // A record would print the passwords that the URLs may hold.
    public override string ToString() => nameof(EnvironmentProxy);

    private Uri? Of(Uri destination) => destination.Scheme == Uri.UriSchemeHttps ? Https : Http;

    private bool IsExempt(Uri destination) => Exempt.Any(entry => Covers(entry, destination));

    // As curl and the AWS CLI do: a name covers the hosts below it too, with or without a dot before it.
    private static bool Covers(string entry, Uri destination)
    {
        string name = entry.TrimStart('*').TrimStart('.');
        if (name.Length == 0)
        {
            return entry.StartsWith('*');
        }

        string host = destination.IdnHost;
        return name.Equals(host, StringComparison.OrdinalIgnoreCase)
            || name.Equals($"{host}:{destination.Port}", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase);
    }

    private static Uri? WithoutUser(Uri? proxy) => proxy is { UserInfo.Length: > 0 }
        ? new UriBuilder(proxy) { UserName = string.Empty, Password = string.Empty }.Uri
        : proxy;

    private static NetworkCredential? CredentialOf(Uri? known, Uri asked)
    {
        if (known is not { UserInfo.Length: > 0 } || WithoutUser(known) != asked)
        {
            return null;
        }

        string[] parts = known.UserInfo.Split(':', 2);
        return new NetworkCredential(
            Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : string.Empty);
    }

    private static string[] ReadExempt() => (Variable("NO_PROXY") ?? string.Empty)
        .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Uri? OfVariable(string name) =>
        Variable(name) is { } text
        && Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text,
            UriKind.Absolute, out Uri? proxy)
            ? proxy
            : null;

    // The lower-case name comes first, as everywhere.
    private static string? Variable(string name) =>
        Access.SettingText.OfVariable(name.ToLowerInvariant()) ?? Access.SettingText.OfVariable(name);
}
