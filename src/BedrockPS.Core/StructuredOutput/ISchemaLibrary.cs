namespace BedrockPS.StructuredOutput;

/// <summary>
/// The narrow waist to a JSON Schema library: what is behind it lives in a load context of its own, since PowerShell
/// ships another version of it; so only types of the base class library and of this assembly may pass.
/// </summary>
public interface ISchemaLibrary
{
    /// <summary>What is wrong with a schema, each as a JSON path and a sentence; empty where nothing is.</summary>
    /// <param name="schema">The schema as JSON text.</param>
    IReadOnlyList<string> Check(string schema);

    /// <summary>Makes a schema ready to judge many values.</summary>
    /// <param name="schema">The schema as JSON text; one that <see cref="Check"/> has nothing against.</param>
    ISchemaValidator Compile(string schema);
}
