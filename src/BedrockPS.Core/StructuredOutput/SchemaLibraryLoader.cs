using BedrockPS.Isolation;

namespace BedrockPS.StructuredOutput;

/// <summary>Brings in the assembly that knows the JSON Schema library, in a load context that no other sees.</summary>
public static class SchemaLibraryLoader
{
    private static readonly IsolatedAssembly Library =
        new("BedrockPS.Schema", "BedrockPS.Schema.SchemaLibrary", "JsonSchema.Net.dll");

    /// <summary>The library, of assemblies that are loaded once a process, on the first call.</summary>
    /// <param name="directory">Where <c>BedrockPS.Schema.dll</c> and <c>JsonSchema.Net.dll</c> lie.</param>
    /// <exception cref="FileNotFoundException">One of the two is missing: the module is incomplete.</exception>
    public static ISchemaLibrary Open(string directory) => (ISchemaLibrary)Library.Create(directory);
}
