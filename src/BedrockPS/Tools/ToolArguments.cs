using System.Collections;

namespace BedrockPS.Tools;

/// <summary>The arguments of a call, checked: only declared parameters are ever bound.</summary>
internal static class ToolArguments
{
    /// <summary>What is wrong with the arguments, in words for the model; null where they can be bound.</summary>
    public static string? Fault(CommandTool tool, object? input)
    {
        if (input is not null and not IDictionary)
        {
            return $"its arguments are not a JSON object: {input}";
        }

        string[] given = [.. Names(input)];
        if (given.FirstOrDefault(name => !Has(tool.Parameters, name)) is { } unknown)
        {
            return $"it has no parameter '{unknown}'. It has: {List(tool.Parameters)}.";
        }

        if (given.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is
            { } twice)
        {
            return $"the parameter '{twice.Key}' is given twice.";
        }

        return tool.Required.FirstOrDefault(name => !Has(given, name)) is { } missing
            ? $"the parameter '{missing}' is missing."
            : null;
    }

    /// <summary>The values to bind: the model's, and those that the model does not see.</summary>
    public static Hashtable ToBind(CommandTool tool, object? input)
    {
        Hashtable values = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry argument in (IDictionary?)input ?? new Hashtable())
        {
            // A model that leaves a parameter out may write null for it.
            if (argument.Value is not null)
            {
                values[argument.Key] = argument.Value;
            }
        }

        foreach (DictionaryEntry argument in tool.Argument)
        {
            values[argument.Key] = argument.Value;
        }

        return values;
    }

    private static IEnumerable<string> Names(object? input) => ((IDictionary?)input ?? new Hashtable())
        .Cast<DictionaryEntry>()
        .Where(argument => argument.Value is not null)
        .Select(argument => $"{argument.Key}");

    private static bool Has(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string List(string[] names) => names.Length == 0 ? "none" : string.Join(", ", names);
}
