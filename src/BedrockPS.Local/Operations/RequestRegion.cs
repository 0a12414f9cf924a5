using BedrockPS.Local.Http;
using BedrockPS.Local.Signing;

namespace BedrockPS.Local.Operations;

/// <summary>The region that a request is for: this endpoint plays all of them.</summary>
internal static class RequestRegion
{
    private const string Usual = "us-east-1";

    /// <summary>The region that was signed for, or that a request without a signature names.</summary>
    public static string Of(RequestHead head) =>
        head.Header("authorization") is { } header && AuthorizationHeader.Announces(header)
            ? AuthorizationHeader.Parse(header).Scope[1]
            : head.Header(LocalEndpoint.RegionHeader) ?? Usual;
}
