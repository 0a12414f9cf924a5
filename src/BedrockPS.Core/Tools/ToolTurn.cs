using System.Collections.Specialized;

namespace BedrockPS.Tools;

/// <summary>The turns that ask for tools, and the turns that answer them.</summary>
public static class ToolTurn
{
    /// <summary>
    /// The calls of a turn that somebody here has to answer; what the service runs itself is not among them.
    /// </summary>
    public static IReadOnlyList<ToolUseBlock> Asked(Message? turn) => turn?.Role == MessageRole.Assistant
        ? [.. turn.Content.OfType<ToolUseBlock>().Where(use => !use.IsServerSide)]
        : [];

    /// <summary>The one turn that answers all calls of the turn before it, in their order.</summary>
    public static Message Answering(IEnumerable<ToolCall> calls) =>
        new(MessageRole.User, calls.Select(ToResult));

    /// <summary>What a call came to, as the block that tells the model.</summary>
    public static ToolResultBlock ToResult(ToolCall call) => new()
    {
        ToolUseId = call.ToolUseId,
        Content = [new OrderedDictionary { ["text"] = call.ResultText }],

        // API description: not every model takes a status, and one that is absent means success.
        Status = call.Status == ToolCallStatus.Success ? null : "error",
    };
}
