using System.Security.Authentication;

namespace BedrockPS.Http;

/// <summary>Says why no answer came.</summary>
internal static class ConnectionErrors
{
    /// <summary>The failure of a request that no HTTP answer came to.</summary>
    public static BedrockException Explain(HttpRequestMessage request, HttpRequestException cause) => cause switch
    {
        { InnerException: AuthenticationException refusal } => Untrusted(request, refusal),
        { HttpRequestError: HttpRequestError.InvalidResponse } => NotHttp(request, cause),
        { HttpRequestError: HttpRequestError.ProxyTunnelError } when Has(cause.Message, "407") => ProxyRefused(cause),
        _ => NotReached(request, cause),
    };

    public static BedrockException NotReached(HttpRequestMessage request, Exception cause) => new(
        ClientErrorCode.ConnectionFailed,
        $"{request.RequestUri?.Authority} could not be reached: {Reason(cause)}",
        Safe(cause));

    /// <summary>The failure of a request that the proxy in between wants a password for.</summary>
    public static BedrockException ProxyRefused(Exception? cause = null) => new(
        ClientErrorCode.ProxyRefused,
        "The proxy wants a name and password that it has not been given, or refuses those it was given. Set them in "
        + $"HTTPS_PROXY (http://name:password@host:port). {(cause is null ? "HTTP status 407." : Reason(cause))}",
        cause is null ? null : Safe(cause));

    private static BedrockException NotHttp(HttpRequestMessage request, HttpRequestException cause) => new(
        ClientErrorCode.UnexpectedResponse,
        $"What answers at {request.RequestUri?.Authority} does not speak HTTP, or speaks it over TLS only. Is "
        + $"-EndpointUrl right? {Reason(cause)}",
        cause);

    private static BedrockException Untrusted(HttpRequestMessage request, AuthenticationException cause) => new(
        ClientErrorCode.TlsFailed,
        $"No TLS connection to {request.RequestUri?.Authority} could be made: {Cure(cause.Message)} {Reason(cause)}",
        cause);

    // The words are .NET's names of certificate errors, which are the same in every language.
    private static string Cure(string reason) => reason switch
    {
        _ when Has(reason, "RemoteCertificateNameMismatch") =>
            "its certificate was issued for another name. Is -EndpointUrl right, or does a proxy answer instead?",
        _ when Has(reason, "NotTimeValid") =>
            "its certificate is out of date, or this machine's clock is wrong.",
        _ when Has(reason, "ertificate") =>
            "this machine does not trust its certificate. Where a proxy inspects TLS, name the file of its authority's "
            + "certificate (PEM) in AWS_CA_BUNDLE.",
        _ => "what answers there does not speak TLS. Is it another port, or http:// instead of https://?",
    };

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.Ordinal);

    // The outer message is often "An error occurred while sending the request"; the cause says which.
    private static string Reason(Exception e) => UserInfo.Redact(
        e.InnerException is { } cause && !e.Message.Contains(cause.Message, StringComparison.Ordinal)
            ? $"{e.Message.TrimEnd('.')}: {cause.Message}"
            : e.Message);

    // .NET quotes the proxy's URL with the password that stands in it.
    private static Exception? Safe(Exception cause) => UserInfo.IsQuotedBy(cause) ? null : cause;
}
