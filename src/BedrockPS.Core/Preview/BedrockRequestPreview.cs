using System.Collections.Specialized;

namespace BedrockPS;

/// <summary>A request as it would be sent, before it is signed; it holds the prompt and no secret.</summary>
public sealed class BedrockRequestPreview
{
    /// <summary>The service's operation, such as <c>Converse</c> or <c>InvokeModelWithResponseStream</c>.</summary>
    public string Operation { get; set; } = string.Empty;

    /// <summary>The HTTP method.</summary>
    public string Method { get; set; } = "POST";

    /// <summary>Where the request would go.</summary>
    public Uri? Url { get; set; }

    /// <summary>The headers that say what is sent and wanted; those of the signature come when it is sent.</summary>
    public OrderedDictionary Headers { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body as text, character by character as it would be sent.</summary>
    public string Body { get; set; } = string.Empty;

    /// <summary>The body's bytes, for a native body that is no text.</summary>
    public byte[]? RawBody { get; set; }

    /// <summary>The model, as the caller named it.</summary>
    public string? ModelId { get; set; }

    /// <summary>The region to sign for; null where the endpoint was named and no region.</summary>
    public string? Region { get; set; }

    /// <summary>The endpoint that was named instead of the region's public one; null where none was.</summary>
    public Uri? EndpointUrl { get; set; }

    /// <summary>The method and the URL.</summary>
    public override string ToString() => $"{Method} {Url?.AbsoluteUri}";
}
