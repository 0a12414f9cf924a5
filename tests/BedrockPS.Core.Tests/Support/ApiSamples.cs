using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockPS.Tests;

/// <summary>Values made from the service's API description, with every member that a shape has.</summary>
internal sealed class ApiSamples
{
    private readonly JsonElement _shapes;

    public ApiSamples()
    {
        string file = Path.Combine(SharedFolder.Api!, "bedrock-runtime.service-2.json");
        _shapes = JsonOf.Parse(File.ReadAllText(file)).GetProperty("shapes");
    }

    /// <summary>The members of a structure and the shapes they have.</summary>
    public IEnumerable<(string Name, string Shape)> Members(string shape) => _shapes.GetProperty(shape)
        .GetProperty("members").EnumerateObject()
        .Select(member => (member.Name, member.Value.GetProperty("shape").GetString()!));

    public string Kind(string shape) => _shapes.GetProperty(shape).GetProperty("type").GetString()!;

    /// <summary>The full value of a shape; a list has an item for each member of a union.</summary>
    public JsonNode? Make(string shape, string name) => Kind(shape) switch
    {
        "structure" => MakeStructure(shape),
        "list" => new JsonArray(MakeItems(Member(shape, "member"), name).ToArray()),
        "map" => new JsonObject { ["gr-1"] = Make(Member(shape, "value"), name) },
        "string" => Text(shape, name),
        "boolean" => true,
        "double" or "float" => 0.25,
        _ => 3,
    };

    private JsonObject MakeStructure(string shape) =>
        new(Members(shape).Select(member => KeyValuePair.Create(member.Name, Make(member.Shape, member.Name))));

    private IEnumerable<JsonNode?> MakeItems(string shape, string name) => IsUnion(shape)
        ? Members(shape).Select(member => (JsonNode?)new JsonObject { [member.Name] = Make(member.Shape, member.Name) })
        : [Make(shape, name)];

    private bool IsUnion(string shape) => _shapes.GetProperty(shape).TryGetProperty("union", out _);

    private string Text(string shape, string name) =>
        _shapes.GetProperty(shape).TryGetProperty("enum", out JsonElement words)
            ? words[0].GetString()!
            : $"some {name}";

    private string Member(string shape, string member) =>
        _shapes.GetProperty(shape).GetProperty(member).GetProperty("shape").GetString()!;
}
