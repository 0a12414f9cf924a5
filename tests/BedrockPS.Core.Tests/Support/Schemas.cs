using System.Collections;
using System.Text;
using BedrockPS.Json;
using BedrockPS.StructuredOutput;

namespace BedrockPS.Tests;

/// <summary>Schemas, and the library that judges them, loaded as the module loads it.</summary>
internal static class Schemas
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "schema");

    public static ISchemaLibrary Library => SchemaLibraryLoader.Open(Folder);

    public static IDictionary Parse(string json) => (IDictionary)DocumentReader.Read(Encoding.UTF8.GetBytes(json))!;

    public static string Text(object? value) => Encoding.UTF8.GetString(BedrockJson.WriteDocument(value));

    public static AnswerSchema Of(string json, bool isMany = false) => AnswerSchema.Of(Parse(json), isMany, Library);

    public static AnswerSchema Short(string form, bool isMany = false) =>
        AnswerSchema.Of(ShortSchema.Parse(form), isMany, Library);
}
