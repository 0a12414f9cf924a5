using System.Collections;
using System.Management.Automation;
using BedrockPS.Http;
using BedrockPS.Tools;

namespace BedrockPS.Conversion;

/// <summary>Reads the results of tool calls that a user gives.</summary>
internal static class ToolResultConversion
{
    /// <summary>The results, by the id of the call that each answers.</summary>
    /// <param name="values">Hashtables of ids and results, or ToolCall objects.</param>
    /// <param name="open">The calls that wait for one.</param>
    /// <param name="maxCharacters">How long the text of a result may be.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: a result answers no call that waits.</exception>
    public static Dictionary<string, ToolCall> Read(
        IEnumerable<object?> values, IReadOnlyList<ToolUseBlock> open, int maxCharacters)
    {
        Dictionary<string, ToolCall> results = new(StringComparer.Ordinal);
        foreach ((string key, object? value) in values.SelectMany(Pairs))
        {
            ToolUseBlock use = Find(open, key);
            results[use.ToolUseId] = value as ToolCall ?? ToCall(use, value, maxCharacters);
        }

        return results;
    }

    private static IEnumerable<(string Key, object? Value)> Pairs(object? value) => Unwrapped.Of(value) switch
    {
        IDictionary results => results.Cast<DictionaryEntry>().Select(result => ($"{result.Key}", result.Value)),
        ToolCall call => [(call.ToolUseId, call)],
        object other => throw Invalid(
            $"-ToolResult holds a {other.GetType().Name}. Give @{{ '<ToolUseId or name>' = <result> }}."),
        null => throw Invalid("-ToolResult holds null. Give @{ '<ToolUseId or name>' = <result> }."),
    };

    // By id, or by the tool's name where one call of it waits.
    private static ToolUseBlock Find(IReadOnlyList<ToolUseBlock> open, string key)
    {
        ToolUseBlock[] named = [.. open.Where(use => use.Name.Equals(key, StringComparison.OrdinalIgnoreCase))];
        ToolUseBlock? found = open.FirstOrDefault(use => use.ToolUseId == key) ?? (named.Length == 1 ? named[0] : null);
        return found ?? throw Invalid(
            named.Length > 1
                ? $"{named.Length} calls of '{key}' wait for a result. Name them by their ids: "
                    + $"{string.Join(", ", named.Select(use => use.ToolUseId))}."
                : $"No call '{key}' waits for a result. "
                    + (open.Count == 0 ? "None does." : $"There are: {string.Join(", ", open.Select(Title))}."));
    }

    private static ToolCall ToCall(ToolUseBlock use, object? value, int maxCharacters)
    {
        object?[] output = LanguagePrimitives.GetEnumerable(value) is { } items
            ? [.. items.Cast<object?>()]
            : value is null ? [] : [value];
        string? error = Unwrapped.Of(value) switch
        {
            ErrorRecord record => record.ToString(),
            Exception failure => failure.Message,
            _ => null,
        };
        return new ToolCall
        {
            Name = use.Name,
            ToolUseId = use.ToolUseId,
            Input = use.Input,
            Output = error is null ? output : [],
            Error = error,
            Status = error is null ? ToolCallStatus.Success : ToolCallStatus.Error,
            ResultText = error ?? ToolResultText.Of(new ToolRun { Output = output }, maxCharacters),
        };
    }

    private static string Title(ToolUseBlock use) => $"{use.Name} ({use.ToolUseId})";

    private static BedrockException Invalid(string message) => new(ClientErrorCode.InvalidRequest, message);
}
