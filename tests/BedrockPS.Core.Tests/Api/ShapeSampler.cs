using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockPS.Tests;

/// <summary>Makes values of the shapes in the service's own description; together they hold every member.</summary>
internal sealed class ShapeSampler
{
    // Shapes refer to themselves: deeper than this, one value of each is enough.
    private const int FullDepth = 8;

    private readonly JsonElement _shapes;
    private int _number;

    public ShapeSampler(string file)
    {
        _shapes = JsonOf.Parse(File.ReadAllText(Path.Combine(SharedFolder.Api!, file))).GetProperty("shapes");
    }

    /// <summary>What is added to every object, as a service newer than the description would.</summary>
    public bool AddUnknownMembers { get; init; }

    /// <summary>The members that occurred in any sample, as <c>Shape.member</c>.</summary>
    public SortedSet<string> Seen { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<JsonNode> Samples(string shape, params string[] except) => Samples(shape, 0, except);

    private List<JsonNode> Samples(string name, int depth, params string[] except)
    {
        JsonElement shape = _shapes.GetProperty(name);
        return Is(shape, "document") ? [Document()] : shape.GetProperty("type").GetString() switch
        {
            "structure" when Is(shape, "union") => Union(name, shape, depth),
            "structure" => Structure(name, shape, depth, except),
            "list" => Lists(Samples(Target(shape.GetProperty("member")), depth + 1)),
            "map" => [new JsonObject { ["key"] = Samples(Target(shape.GetProperty("value")), depth + 1)[0] }],
            string scalar => [Scalar(scalar)],
            null => throw new InvalidDataException($"{name} has no type."),
        };
    }

    private List<JsonNode> Union(string name, JsonElement shape, int depth)
    {
        List<JsonNode> samples = [];
        foreach (JsonProperty member in Members(shape).Take(depth > FullDepth ? 1 : int.MaxValue))
        {
            Seen.Add($"{name}.{member.Name}");
            List<JsonNode> values = Samples(Target(member.Value), depth + 1);
            samples.AddRange(values.Select(value => Decorated(new() { [member.Name] = value })));
        }

        return samples;
    }

    // As many objects as the member with the most samples needs; and one with nothing but what is required.
    private List<JsonNode> Structure(string name, JsonElement shape, int depth, string[] except)
    {
        Dictionary<string, List<JsonNode>> values = [];
        foreach (JsonProperty member in Members(shape).Where(member => !except.Contains(member.Name)))
        {
            Seen.Add($"{name}.{member.Name}");
            values[member.Name] = Samples(Target(member.Value), depth + 1);
        }

        string[] required = shape.TryGetProperty("required", out JsonElement names)
            ? [.. names.EnumerateArray().Select(n => n.GetString()!).Where(values.ContainsKey)]
            : [];
        List<JsonNode> samples = [Object(required, values, 0)];
        for (int i = 0; i < values.Values.Select(v => v.Count).DefaultIfEmpty(0).Max(); i++)
        {
            samples.Add(Object(values.Keys, values, i));
        }

        return samples;
    }

    private JsonObject Object(IEnumerable<string> names, Dictionary<string, List<JsonNode>> values, int index)
    {
        JsonObject made = [];
        foreach (string name in names)
        {
            made[name] = values[name][index % values[name].Count].DeepClone();
        }

        return Decorated(made);
    }

    private JsonObject Decorated(JsonObject made)
    {
        if (AddUnknownMembers)
        {
            made["zNew"] = Document();
        }

        return made;
    }

    private static List<JsonNode> Lists(List<JsonNode> items) =>
        [new JsonArray([.. items.Select(item => item.DeepClone())])];

    private JsonObject Document() => new()
    {
        ["number"] = ++_number,
        ["nested"] = new JsonArray("ü", 1.5, true, new JsonObject { ["a"] = "b" }),
    };

    private JsonNode Scalar(string type) => type switch
    {
        "string" => $"text {++_number}",
        "blob" => Convert.ToBase64String(BitConverter.GetBytes(++_number)),
        "boolean" => true,
        "integer" or "long" => ++_number,
        "float" or "double" => ++_number + 0.5,
        "timestamp" => "2026-01-02T03:04:05Z",
        _ => throw new InvalidDataException($"A scalar of type {type} is new."),
    };

    // Exceptions stand in the union of a stream's events, and are no events.
    private IEnumerable<JsonProperty> Members(JsonElement shape) => shape.GetProperty("members").EnumerateObject()
        .Where(member => !Is(_shapes.GetProperty(Target(member.Value)), "exception"));

    private static string Target(JsonElement reference) => reference.GetProperty("shape").GetString()!;

    private static bool Is(JsonElement shape, string trait) =>
        shape.TryGetProperty(trait, out JsonElement value) && value.ValueKind == JsonValueKind.True;
}
