using System.Text.Json;
using BedrockPS.StructuredOutput;
using Json.Schema;

namespace BedrockPS.Schema;

/// <summary>A compiled schema.</summary>
/// <param name="schema">The schema.</param>
internal sealed class SchemaValidator(JsonSchema schema) : ISchemaValidator
{
    public IReadOnlyList<string> Validate(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
        EvaluationResults results = schema.Evaluate(document.RootElement, Evaluation.Options);
        return results.IsValid ? [] : Problems.In(results);
    }
}
