using System.Text.Json;
using BedrockPS.StructuredOutput;
using Json.Schema;

namespace BedrockPS.Schema;

/// <summary>JSON Schema, drafts 6 to 2020-12, by JsonSchema.Net.</summary>
public sealed class SchemaLibrary : ISchemaLibrary
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Check(string schema)
    {
        using JsonDocument document = JsonDocument.Parse(schema);
        if (MetaSchemaOf(document.RootElement) is not { } metaSchema)
        {
            return ["$.$schema: this draft is not known; leave it out, or name draft 2020-12, 2019-09, 7 or 6"];
        }

        EvaluationResults results = metaSchema.Evaluate(document.RootElement, Evaluation.Options);
        return results.IsValid ? CheckBuild(schema) : [.. Problems.In(results).Select(Explain).Distinct()];
    }

    /// <inheritdoc/>
    public ISchemaValidator Compile(string schema) => new SchemaValidator(Build(schema));

    // The commonest slip, of which the meta-schema says two things that do not help.
    private static string Explain(string problem)
    {
        int end = problem.IndexOf(": ", StringComparison.Ordinal);
        return problem.AsSpan(0, end).EndsWith(".type", StringComparison.Ordinal)
            ? problem[..end]
                + ": it must be string, integer, number, boolean, object, array or null, or a list of these"
            : problem;
    }

    private static JsonSchema? MetaSchemaOf(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("$schema", out JsonElement draft))
        {
            return MetaSchemas.Draft202012;
        }

        return draft.ToString().TrimEnd('#') switch
        {
            "https://json-schema.org/draft/2020-12/schema" => MetaSchemas.Draft202012,
            "https://json-schema.org/draft/2019-09/schema" => MetaSchemas.Draft201909,
            "http://json-schema.org/draft-07/schema" => MetaSchemas.Draft7,
            "http://json-schema.org/draft-06/schema" => MetaSchemas.Draft6,
            _ => null,
        };
    }

    // What the meta-schema lets pass and the library still cannot use, such as a reference to elsewhere.
    private static string[] CheckBuild(string schema)
    {
        try
        {
            Build(schema);
            return [];
        }
        catch (Exception e) when (e is JsonSchemaException or RefResolutionException or JsonException
            or ArgumentException or InvalidOperationException)
        {
            return [$"$: {e.Message}"];
        }
    }

    // A registry of its own: two schemas of one $id, or one that is given again, do not meet. It fetches nothing.
    private static JsonSchema Build(string schema) => JsonSchema.FromText(schema, new BuildOptions
    {
        SchemaRegistry = new SchemaRegistry(),

        // The library's own default is a draft to come, which refuses keywords that it does not know.
        Dialect = Dialect.Draft202012,
    });
}
