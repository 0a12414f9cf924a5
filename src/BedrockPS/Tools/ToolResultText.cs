using System.Text;
using BedrockPS.Conversion;
using BedrockPS.Json;

namespace BedrockPS.Tools;

/// <summary>What a tool wrote, as text for the model: JSON, up to a limit.</summary>
internal static class ToolResultText
{
    private const string AskForLess = "; ask for less)";

    /// <summary>The text of output and errors.</summary>
    /// <param name="run">The run of the tool.</param>
    /// <param name="maxCharacters">How long the text may be; what does not fit is left out, and said so.</param>
    public static string Of(ToolRun run, int maxCharacters)
    {
        string text = run.Output.Count == 0 ? "(no output)" : OfOutput(run, maxCharacters);
        return run.Errors.Count == 0
            ? text
            : $"{(run.Output.Count == 0 ? string.Empty : text + "\n")}Errors: {Cut(Json(run.Errors), maxCharacters)}";
    }

    private static string OfOutput(ToolRun run, int maxCharacters)
    {
        string all = $"{(run.IsCut ? "more than " : string.Empty)}{run.Output.Count} objects";
        string text = IsText(run.Output) ? Lines(run.Output, maxCharacters) : List(run.Output, all, maxCharacters);
        return run.IsCut && !text.EndsWith(AskForLess, StringComparison.Ordinal)
            ? $"{text}\n(cut: {run.Output.Count} of {all}{AskForLess}"
            : text;
    }

    private static bool IsText(IReadOnlyList<object?> output) => output.All(item => Unwrapped.Of(item) is string);

    private static string Lines(IReadOnlyList<object?> output, int maxCharacters) =>
        Cut(string.Join('\n', output.Select(item => (string)Unwrapped.Of(item)!)), maxCharacters);

    private static string List(IReadOnlyList<object?> output, string all, int maxCharacters)
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
            : $"{list}\n(cut: {written} of {all}{AskForLess}";
    }

    private static string Cut(string text, int maxCharacters)
    {
        if (text.Length <= maxCharacters)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[maxCharacters - 1]) ? maxCharacters - 1 : maxCharacters;
        return $"{text[..end]}\n(cut: {end} of {text.Length} characters{AskForLess}";
    }

    private static string Json(object value) => Encoding.UTF8.GetString(BedrockJson.WriteDocument(value));
}
