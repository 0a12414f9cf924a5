using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Resources;

/// <summary>What the endpoint's account owns: the embedded content, and what a test adds.</summary>
internal sealed class ResourceStore
{
    private readonly ConcurrentDictionary<string, ImmutableArray<JsonElement>> _items = [];

    public ResourceStore()
    {
        using Stream stream = typeof(ResourceStore).Assembly.GetManifestResourceStream("resources.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        foreach (JsonProperty kind in document.RootElement.EnumerateObject())
        {
            _items[kind.Name] = [.. kind.Value.EnumerateArray().Select(item => item.Clone())];
        }
    }

    public ImmutableArray<JsonElement> Of(ResourceKind kind) => _items[kind.Name];

    /// <exception cref="ArgumentException">There is no such kind, or the text is no JSON object.</exception>
    public void Add(string kind, string json)
    {
        if (!_items.ContainsKey(kind))
        {
            throw new ArgumentException(
                $"There is no kind '{kind}'; the kinds are {string.Join(", ", _items.Keys.Order())}.", nameof(kind));
        }

        JsonElement item = Parse(json);
        _items.AddOrUpdate(kind, [item], (_, items) => items.Add(item));
    }

    /// <summary>The guardrail of an id or ARN in the version asked for, if there is one.</summary>
    public JsonElement? FindGuardrail(string id, string version)
    {
        JsonElement found = _items[ResourceKinds.Guardrails].FirstOrDefault(item =>
            (item.At("guardrailId").Text() == id || item.At("guardrailArn").Text() == id)
            && item.At("version").Text() == version);
        return found.IsPresent() ? found : null;
    }

    private static JsonElement Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new ArgumentException("A JSON object is wanted.", nameof(json));
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"This is not JSON: {e.Message}", nameof(json), e);
        }
    }
}
