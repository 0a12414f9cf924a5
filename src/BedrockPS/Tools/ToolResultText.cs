using System.Text;
using BedrockPS.Conversion;
using BedrockPS.Json;

namespace BedrockPS.Tools;

/// <summary>What a tool wrote, as text for the model: JSON, up to a limit.</summary>
internal static class ToolResultText
{
    /// <summary>The text of output and errors.</summary>
    /// <param name="output">What the tool wrote to the pipeline.</param>
    /// <param name="errors">Its errors, in words.</param>
    /// <param name="maxCharacters">How long the text may be; what does not fit is left out, and said so.</param>
    public static string Of(IReadOnlyList<object?> output, IReadOnlyList<string> errors, int maxCharacters)
    {
        string text = output.Count == 0 ? "(no output)" : IsText(output) ? Lines(output, maxCharacters)
            : List(output, maxCharacters);
        return errors.Count == 0
            ? text
            : $"{(output.Count == 0 ? string.Empty : text + "\n")}Errors: {Cut(Json(errors), maxCharacters)}";
    }

    private static bool IsText(IReadOnlyList<object?> output) => output.All(item => Unwrapped.Of(item) is string);

    private static string Lines(IReadOnlyList<object?> output, int maxCharacters) =>
        Cut(string.Join('\n', output.Select(item => (string)Unwrapped.Of(item)!)), maxCharacters);

    private static string List(IReadOnlyList<object?> output, int maxCharacters)
    {
        StringBuilder list = new("[");
        int written = 0;
        foreach (object? item in output)
        {
            string line = item is null ? "null" : Unwrapped.Of(item) is string text ? Json(text) : ObjectLine.Of(item);
            if (list.Length + line.Length + 2 > maxCharacters)
            {
                break;
            }

            list.Append(written++ == 0 ? "\n" : ",\n").Append(line);
        }

        list.Append("\n]");
        return written == output.Count
            ? list.ToString()
            : $"{list}\n(cut: {written} of {output.Count} objects; ask for less)";
    }

    private static string Cut(string text, int maxCharacters)
    {
        if (text.Length <= maxCharacters)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[maxCharacters - 1]) ? maxCharacters - 1 : maxCharacters;
        return $"{text[..end]}\n(cut: {end} of {text.Length} characters; ask for less)";
    }

    private static string Json(object value) => Encoding.UTF8.GetString(BedrockJson.WriteDocument(value));
}
