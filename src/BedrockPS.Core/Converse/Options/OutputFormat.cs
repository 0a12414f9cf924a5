using System.Collections.Specialized;
using System.Text;
using System.Text.Json.Serialization;
using BedrockPS.Json;

namespace BedrockPS;

/// <summary>The form of an answer's text.</summary>
public sealed class OutputFormat
{
    /// <summary>The kind of form: <c>json_schema</c> today.</summary>
    public string Type { get; set; } = "json_schema";

    /// <summary>
    /// The form itself in the service's shape: <c>@{ jsonSchema = @{ schema; name; description } }</c>.
    /// </summary>
    public object? Structure { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>Asks for JSON that satisfies a schema; the service takes the schema as text.</summary>
    /// <param name="schema">The schema as plain values.</param>
    /// <param name="name">What the schema describes; letters, digits, '_' and '-'.</param>
    public static OutputFormat FromSchema(object? schema, string name) => new()
    {
        Structure = new OrderedDictionary
        {
            ["jsonSchema"] = new OrderedDictionary
            {
                ["schema"] = Encoding.UTF8.GetString(BedrockJson.WriteDocument(schema)),
                ["name"] = name,
            },
        },
    };
}
