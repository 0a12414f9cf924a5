namespace BedrockPS.Catalog;

/// <summary>What a call is sent to.</summary>
/// <param name="Asked">The model as the caller named it.</param>
/// <param name="ModelId">The model or the profile whose name goes into the request.</param>
internal readonly record struct ModelRoute(string Asked, string ModelId)
{
    /// <summary>How often the same call was sent before, to another name.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether a profile stands in for the model.</summary>
    public bool IsResolved => Asked != ModelId;

    /// <summary>Marks a request as one of this route.</summary>
    public HttpRequestMessage Mark(HttpRequestMessage request)
    {
        request.Options.Set(Http.RequestTries.UsedKey, Attempts);
        return request;
    }
}
