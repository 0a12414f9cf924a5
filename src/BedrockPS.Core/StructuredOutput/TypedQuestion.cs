namespace BedrockPS.StructuredOutput;

/// <summary>A question whose answer is to satisfy a schema.</summary>
/// <param name="Request">The request without the schema.</param>
/// <param name="Endpoint">Where it is sent.</param>
public sealed record TypedQuestion(ConverseRequest Request, Uri Endpoint)
{
    /// <summary>Whether the model has tools of the caller's to use before it answers.</summary>
    public bool HasTools { get; init; }

    /// <summary>The runs of tools that the question tells of.</summary>
    public IReadOnlyList<ToolCall> Answered { get; init; } = [];
}
