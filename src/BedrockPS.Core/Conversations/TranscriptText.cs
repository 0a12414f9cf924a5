using System.Globalization;
using System.Text;
using BedrockPS.Json;

namespace BedrockPS.Conversations;

/// <summary>Turns as a plain text that any model can read, with or without tools and media.</summary>
internal static class TranscriptText
{
    // A tool may have answered with a whole log: its beginning tells what it was.
    private const int MaxBlock = 8000;

    public static string Of(IEnumerable<Message> turns)
    {
        StringBuilder text = new();
        foreach (Message turn in turns)
        {
            foreach (ContentBlock block in turn.Content)
            {
                Add(text, turn.Role, block);
            }
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string role, ContentBlock block)
    {
        string speaker = role == MessageRole.User ? "User" : role == MessageRole.Assistant ? "Assistant" : role;
        string? line = block switch
        {
            TextBlock said => $"{speaker}: {said.Text}",
            CitationsBlock said => $"{speaker}: {said.Text}",
            ToolUseBlock call => $"{speaker} called the tool {call}",
            ToolResultBlock result => $"The tool answered{(result.Status == "error" ? " with an error" : "")}: "
                + Encoding.UTF8.GetString(BedrockJson.WriteDocument(result.Content)),
            ImageBlock or DocumentBlock or VideoBlock or AudioBlock => $"{speaker} gave a file: {block}",
            ReasoningBlock or CachePointBlock => null,
            _ => $"{speaker} gave a {block.Kind}",
        };
        if (line is not null)
        {
            text.AppendLine(Cut(line));
        }
    }

    private static string Cut(string line) => line.Length <= MaxBlock
        ? line
        : string.Create(
            CultureInfo.InvariantCulture, $"{line.AsSpan(0, MaxBlock)} [... {line.Length - MaxBlock:N0} characters]");
}
