using System.Text;
using Json.Pointer;
using Json.Schema;

namespace BedrockPS.Schema;

/// <summary>Says what a validation found.</summary>
internal static class Problems
{
    private const string OrNull = "but should be \"null\"";

    /// <summary>Each as a JSON path and a sentence, in the order of the schema, none twice.</summary>
    public static IReadOnlyList<string> In(EvaluationResults results)
    {
        List<string> found = [];
        Collect(results, found);
        string[] all = [.. found.Distinct(StringComparer.Ordinal)];

        // That null would have been taken as well is no help where something stands there.
        string[] telling = [.. all.Where(problem => !problem.EndsWith(OrNull, StringComparison.Ordinal))];
        return telling.Length > 0 ? telling : all;
    }

    // What failed below a part that passed, as an alternative that was not taken, is no problem.
    private static void Collect(EvaluationResults results, List<string> found)
    {
        if (results.IsValid)
        {
            return;
        }

        foreach ((string keyword, string message) in results.Errors ?? new Dictionary<string, string>())
        {
            found.Add($"{PathOf(results.InstanceLocation)}: {Reword(keyword, message)}");
        }

        foreach (EvaluationResults detail in results.Details ?? [])
        {
            Collect(detail, found);
        }
    }

    // An empty keyword is the schema 'false', which stands where nothing may be.
    private static string Reword(string keyword, string message) => keyword switch
    {
        "" => "the schema has no such member",
        "enum" => "the value is none of those that the schema lists",
        _ => message,
    };

    private static string PathOf(JsonPointer pointer)
    {
        StringBuilder path = new("$");
        for (int i = 0; i < pointer.SegmentCount; i++)
        {
            Append(path, pointer[i].ToString());
        }

        return path.ToString();
    }

    private static void Append(StringBuilder path, string name)
    {
        if (name.Length > 0 && name.All(char.IsAsciiDigit))
        {
            path.Append('[').Append(name).Append(']');
        }
        else if (name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '$'))
        {
            path.Append('.').Append(name);
        }
        else
        {
            path.Append("['").Append(name.Replace("'", "\\'", StringComparison.Ordinal)).Append("']");
        }
    }
}
