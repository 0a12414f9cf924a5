using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockPS.Local.Replies;

/// <summary>Makes the simplest value that satisfies a JSON schema: required members, plain values.</summary>
internal sealed class SchemaSampler(JsonElement root)
{
    private const int MaxDepth = 16;

    private static readonly string[] GivenValues = ["const", "default"];

    private static readonly string[] Alternatives = ["anyOf", "oneOf", "allOf"];

    // What is being made of references: a schema that contains itself would never be done.
    private readonly List<string> _open = ["#"];

    public string Sample() => (Sample(root, 0) ?? new JsonObject()).ToJsonString(JsonText.NodeOptions);

    private JsonNode? Sample(JsonElement schema, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth > MaxDepth)
        {
            return null;
        }

        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            _open.Add(reference.GetString() ?? "");
            JsonNode? made = Sample(Follow(_open[^1]), depth + 1);
            _open.RemoveAt(_open.Count - 1);
            return made;
        }

        return TryGiven(schema, depth, out JsonNode? given) ? given : OfType(schema, depth);
    }

    private bool TryGiven(JsonElement schema, int depth, out JsonNode? value)
    {
        foreach (string name in GivenValues)
        {
            if (schema.TryGetProperty(name, out JsonElement given))
            {
                value = Node(given);
                return true;
            }
        }

        if (First(schema, "enum") is JsonElement first)
        {
            value = Node(first);
            return true;
        }

        JsonElement? alternative = Alternatives.Select(name => First(schema, name)).FirstOrDefault(x => x is not null);
        value = alternative is null ? null : Sample(alternative.Value, depth + 1);
        return alternative is not null;
    }

    private JsonNode? OfType(JsonElement schema, int depth) => TypeOf(schema) switch
    {
        "object" => SampleObject(schema, depth),
        "array" => SampleArray(schema, depth),
        "string" => Text(schema),
        "integer" => (long)Math.Ceiling(Smallest(schema)),
        "number" => Smallest(schema),
        "boolean" => true,
        _ => null,
    };

    private JsonObject SampleObject(JsonElement schema, int depth)
    {
        JsonObject result = [];
        if (!schema.TryGetProperty("required", out JsonElement required))
        {
            return result;
        }

        bool described = schema.TryGetProperty("properties", out JsonElement properties);
        foreach (string name in required.EnumerateArray().Select(item => item.GetString()!))
        {
            bool known = described && properties.TryGetProperty(name, out _);
            result[name] = known ? Sample(properties.GetProperty(name), depth + 1) : "example";
        }

        return result;
    }

    private JsonArray SampleArray(JsonElement schema, int depth)
    {
        bool described = schema.TryGetProperty("items", out JsonElement items);
        int usual = described && IsOpen(items) ? 0 : 1;
        int count = (int)Math.Min(Math.Max(usual, Number(schema, "minItems") ?? 0), Number(schema, "maxItems") ?? 100);
        IEnumerable<JsonNode?> values = Enumerable.Range(0, Math.Min(count, 100))
            .Select(_ => described ? Sample(items, depth + 1) : "example");
        return [.. values];
    }

    private bool IsOpen(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object
        && schema.TryGetProperty("$ref", out JsonElement reference)
        && _open.Contains(reference.GetString() ?? "");

    private static string Text(JsonElement schema)
    {
        string format = schema.TryGetProperty("format", out JsonElement f) ? f.GetString() ?? "" : "";
        string text = format switch
        {
            "date" => "2025-01-15",
            "date-time" => "2025-01-15T12:00:00Z",
            "time" => "12:00:00Z",
            "duration" => "PT1H",
            "email" => "someone@example.com",
            "hostname" => "example.com",
            "ipv4" => "192.0.2.1",
            "ipv6" => "2001:db8::1",
            "uri" => "https://example.com/",
            "uuid" => "00000000-0000-4000-8000-000000000000",
            _ => "example",
        };
        int most = (int)Math.Min(Number(schema, "maxLength") ?? int.MaxValue, int.MaxValue);
        int least = (int)Math.Min(Number(schema, "minLength") ?? 0, 10_000);
        return TextCut.At(text, most).PadRight(least, 'x');
    }

    private static double Smallest(JsonElement schema)
    {
        double most = Number(schema, "maximum") ?? Number(schema, "exclusiveMaximum") - 1 ?? double.MaxValue;
        double least = Number(schema, "minimum") ?? Number(schema, "exclusiveMinimum") + 1 ?? Math.Min(1, most);
        return Number(schema, "multipleOf") is { } step and > 0 ? Math.Ceiling(least / step) * step : least;
    }

    private static string? TypeOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out JsonElement type))
        {
            return schema.TryGetProperty("properties", out _) ? "object" : "string";
        }

        return type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(item => item.GetString()).FirstOrDefault(name => name != "null")
            : type.GetString();
    }

    private JsonElement Follow(string reference)
    {
        JsonElement at = root;
        foreach (string name in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return default;
            }
        }

        return at;
    }

    private static JsonElement? First(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            && list.GetArrayLength() > 0 ? list[0] : null;

    private static double? Number(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble() : null;

    private static JsonNode? Node(JsonElement element) => JsonNode.Parse(element.GetRawText());
}
