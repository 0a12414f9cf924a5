using System.Text.Json;
using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Replies;

/// <summary>Decides what a request is answered, by script where there is one.</summary>
internal static class AnswerMaker
{
    // The longest context window, in tokens, that any model of the service has today.
    private const int LongestContext = 1_000_000;

    public static Answer Make(Prompt prompt, LocalReply? reply)
    {
        int inputTokens = prompt.InputTokens;
        if (inputTokens > LongestContext)
        {
            throw ServiceFault.Validation("Input is too long for requested model.");
        }

        return reply is null || !IsSemantic(reply)
            ? Default(prompt, inputTokens, reply)
            : Scripted(reply, inputTokens);
    }

    private static bool IsSemantic(LocalReply reply) =>
        reply.Text is not null || reply.Pieces is not null || reply.ToolName is not null || reply.ToolUses is not null;

    private static Answer Scripted(LocalReply reply, int inputTokens)
    {
        IEnumerable<string>? pieces = reply.Pieces ?? (reply.Text is null ? null : WordSplitter.Split(reply.Text));
        ScriptedToolCall[] tools = ScriptedToolCall.Of(ToolUses(reply));
        return new Answer
        {
            Pieces = pieces ?? [],
            HasText = pieces is not null,
            Reasoning = reply.Reasoning,
            Tools = tools,
            StopReason = reply.StopReason ?? (tools.Length == 0 ? "end_turn" : "tool_use"),
            InputTokens = inputTokens,
        };
    }

    private static IEnumerable<LocalToolUse> ToolUses(LocalReply reply) => reply.ToolUses
        ?? (reply.ToolName is null
            ? []
            : [new LocalToolUse { Name = reply.ToolName, InputJson = reply.ToolInputJson ?? "{}" }]);

    private static Answer Default(Prompt prompt, int inputTokens, LocalReply? reply)
    {
        if (prompt.ForcedTool is (string name, JsonElement schema))
        {
            return new Answer
            {
                Pieces = [],
                HasText = false,
                Reasoning = reply?.Reasoning,
                Tools = [new ScriptedToolCall(name, new SchemaSampler(schema).Sample())],
                StopReason = reply?.StopReason ?? "tool_use",
                InputTokens = inputTokens,
            };
        }

        (string text, string stopReason, string? stop) = Limit(FullText(prompt), prompt);
        return new Answer
        {
            Pieces = WordSplitter.Split(text),
            Reasoning = reply?.Reasoning,
            StopReason = reply?.StopReason ?? stopReason,
            StopSequence = stop,
            InputTokens = inputTokens,
        };
    }

    private static string FullText(Prompt prompt) =>
        prompt.OutputSchema is { } schema ? new SchemaSampler(schema).Sample() : DefaultText.For(prompt);

    private static (string Text, string StopReason, string? StopSequence) Limit(string whole, Prompt prompt)
    {
        (string text, string? stop) = TextCut.AtStop(whole, prompt.StopSequences);
        if (prompt.MaxTokens is int most && TokenCounter.Count(text) > most)
        {
            return (TextCut.At(text, most * TokenCounter.CharactersPerToken), "max_tokens", null);
        }

        return (text, stop is null ? "end_turn" : "stop_sequence", stop);
    }
}
