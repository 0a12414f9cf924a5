using System.Text.Json;
using System.Text.RegularExpressions;
using BedrockPS.Tests;

namespace BedrockPS.Local.Tests.Support;

/// <summary>The service's own description, to hold answers against.</summary>
internal sealed class ApiDescription
{
    private readonly JsonElement _operations;
    private readonly JsonElement _shapes;

    /// <param name="service"><c>bedrock</c> or <c>bedrock-runtime</c>.</param>
    public ApiDescription(string service)
    {
        string text = File.ReadAllText(Path.Combine(SharedFolder.Api!, $"{service}.service-2.json"));
        JsonElement root = JsonDocument.Parse(text).RootElement;
        (_operations, _shapes) = (root.GetProperty("operations"), root.GetProperty("shapes"));
    }

    /// <summary>What in the answer is not as the operation's description has it.</summary>
    public IEnumerable<string> Differences(string operation, JsonElement answer)
    {
        JsonElement output = _operations.GetProperty(operation).GetProperty("output");
        return Compare(output.GetProperty("shape").GetString()!, answer, operation);
    }

    private IEnumerable<string> Compare(string name, JsonElement value, string place)
    {
        JsonElement shape = _shapes.GetProperty(name);
        return (shape.GetProperty("type").GetString(), value.ValueKind) switch
        {
            ("structure", JsonValueKind.Object) => CompareMembers(shape, value, place),
            ("list", JsonValueKind.Array) => value.EnumerateArray().SelectMany(
                (item, index) => Compare(Shape(shape, "member"), item, $"{place}[{index}]")),
            ("map", JsonValueKind.Object) => value.EnumerateObject().SelectMany(
                member => Compare(Shape(shape, "value"), member.Value, $"{place}.{member.Name}")),
            ("string", JsonValueKind.String) => CompareText(shape, value.GetString()!, place),
            ("timestamp", JsonValueKind.String) when value.TryGetDateTimeOffset(out _) => [],
            ("integer" or "long", JsonValueKind.Number) when value.TryGetInt64(out _) => [],
            ("double" or "float", JsonValueKind.Number) => [],
            ("boolean", JsonValueKind.True or JsonValueKind.False) => [],
            (string type, _) => [$"{place} is to be a {type}: {value}"],
            _ => [$"{place} has no type"],
        };
    }

    private IEnumerable<string> CompareMembers(JsonElement shape, JsonElement value, string place)
    {
        JsonElement members = shape.GetProperty("members");
        IEnumerable<string> required = shape.TryGetProperty("required", out JsonElement names)
            ? names.EnumerateArray().Select(name => name.GetString()!)
            : [];
        return
        [
            .. required.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{place} lacks {name}"),
            .. value.EnumerateObject().SelectMany(member => members.TryGetProperty(member.Name, out JsonElement known)
                ? Compare(known.GetProperty("shape").GetString()!, member.Value, $"{place}.{member.Name}")
                : [$"{place} has a member {member.Name} that is not described"]),
        ];
    }

    private static IEnumerable<string> CompareText(JsonElement shape, string text, string place)
    {
        if (shape.TryGetProperty("enum", out JsonElement words)
            && !words.EnumerateArray().Any(word => word.GetString() == text))
        {
            yield return $"{place} does not know the word {text}";
        }

        if (shape.TryGetProperty("pattern", out JsonElement pattern)
            && !Regex.IsMatch(text, $"^(?:{pattern.GetString()})$"))
        {
            yield return $"{place} does not match its pattern: {text}";
        }
    }

    private static string Shape(JsonElement shape, string member) =>
        shape.GetProperty(member).GetProperty("shape").GetString()!;
}
