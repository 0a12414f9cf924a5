namespace BedrockPS.Usage;

/// <summary>A call that is to be made.</summary>
/// <param name="Operation">The operation's name, such as Converse.</param>
/// <param name="ModelId">The model as the call names it.</param>
public sealed record MeteredRequest(string Operation, string ModelId)
{
    /// <summary>A call of Converse.</summary>
    public static MeteredRequest Of(string operation, ConverseRequest request) => new(operation, request.ModelId)
    {
        Request = request,
        MaxTokens = request.InferenceConfig?.MaxTokens,
        Tier = request.ServiceTier?.Type,
    };

    /// <summary>A native call.</summary>
    public static MeteredRequest Of(string operation, InvokeModelRequest request) =>
        new(operation, request.ModelId) { Body = request.Body };

    /// <summary>The most tokens that the answer may take; null where the request does not say.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>The tier that is asked for; null for the default one.</summary>
    public string? Tier { get; init; }

    /// <summary>The request of Converse; null for a native one.</summary>
    public ConverseRequest? Request { get; init; }

    /// <summary>The body of a native request; empty for one of Converse.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
