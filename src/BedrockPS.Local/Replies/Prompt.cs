using System.Text.Json;

namespace BedrockPS.Local.Replies;

/// <summary>What of a request an answer depends on, whatever shape the request had.</summary>
internal sealed record Prompt
{
    public string UserText { get; init; } = "";

    public string SystemText { get; init; } = "";

    /// <summary>The characters of all that the model would read.</summary>
    public long InputCharacters { get; init; }

    public int InputTokens => TokenCounter.Count(InputCharacters);

    public int? MaxTokens { get; init; }

    public IReadOnlyList<string> StopSequences { get; init; } = [];

    /// <summary>The tool that must be used, and the schema of its input.</summary>
    public (string Name, JsonElement Schema)? ForcedTool { get; init; }

    /// <summary>The schema that the text must satisfy.</summary>
    public JsonElement? OutputSchema { get; init; }
}
