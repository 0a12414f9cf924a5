using System.Text;
using System.Text.Json;

namespace BedrockPS.Recording;

/// <summary>
/// A body as the values at its paths, so that the order of members and the form of numbers are no difference.
/// </summary>
internal sealed class FlatJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = RecordingFormat.MaxDepth };

    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<MemberRule> _ignored;
    private readonly List<string> _path = [];

    private FlatJson(IReadOnlyList<MemberRule> ignored) => _ignored = ignored;

    /// <summary>The values, each as JSON, by paths such as <c>$.messages[0].role</c>.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Reads a body; one that is no JSON is a single value.</summary>
    public static FlatJson Of(ReadOnlyMemory<byte> body, IReadOnlyList<MemberRule> ignored)
    {
        FlatJson flat = new(ignored);
        if (body.IsEmpty)
        {
            return flat;
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(body, Options);
            flat.Add(json.RootElement);
        }
        catch (JsonException)
        {
            flat._values["$"] = $"base64:{Convert.ToBase64String(body.Span)}";
        }

        return flat;
    }

    private bool Add(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => AddMembers(value),
        JsonValueKind.Array => AddItems(value),
        JsonValueKind.Number => Set(FlatNumber.Of(value)),
        JsonValueKind.String => Set(Quote(value)),
        _ => Set(value.GetRawText()),
    };

    private bool AddMembers(JsonElement value)
    {
        bool isEmpty = true;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            isEmpty &= !AddAt(member.Name, member.Value);
        }

        return !isEmpty || Set("{}");
    }

    private bool AddItems(JsonElement value)
    {
        bool isEmpty = true;
        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            isEmpty &= !AddAt($"[{index++}]", item);
        }

        return !isEmpty || Set("[]");
    }

    private bool AddAt(string step, JsonElement value)
    {
        _path.Add(step);
        bool isCounted = !_ignored.Any(rule => rule.Matches(_path));
        if (isCounted)
        {
            Add(value);
        }

        _path.RemoveAt(_path.Count - 1);
        return isCounted;
    }

    private bool Set(string json)
    {
        StringBuilder path = new("$");
        foreach (string step in _path)
        {
            path.Append(step.StartsWith('[') ? string.Empty : ".").Append(step);
        }

        _values[path.ToString()] = json;
        return true;
    }

    // A text with half a character cannot be read; as it is written it can be compared all the same.
    private static string Quote(JsonElement text)
    {
        try
        {
            return $"\"{text.GetString()}\"";
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText();
        }
    }
}
