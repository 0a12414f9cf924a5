namespace BedrockPS.StructuredOutput;

/// <summary>A schema that is ready to judge values.</summary>
public interface ISchemaValidator
{
    /// <summary>Where a value breaks the schema, each as a JSON path and a sentence; empty where it does not.</summary>
    /// <param name="json">The value as JSON text.</param>
    IReadOnlyList<string> Validate(string json);
}
