namespace BedrockPS.StructuredOutput;

/// <summary>An answer that satisfies its schema.</summary>
/// <param name="Value">What the caller asked for.</param>
/// <param name="Response">The answer of the model that holds it, with the usage of all calls that it took.</param>
public sealed record TypedAnswer(object? Value, ConverseResponse Response)
{
    /// <summary>The answer as a turn that the next question can follow: a forced call has no result.</summary>
    public Message Turn => Response.ToolUses.Count == 0 && Response.Message is { } message
        ? message
        : new Message(MessageRole.Assistant, Response.ToolUses.Count > 0 ? JsonOf(Response.ToolUses[0]) : Response.Text);

    private static string JsonOf(ToolUseBlock call) =>
        call.Input as string ?? System.Text.Encoding.UTF8.GetString(Json.BedrockJson.WriteDocument(call.Input));
}
