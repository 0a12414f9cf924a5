using System.Collections;
using System.Management.Automation;
using System.Text;
using System.Text.Json;
using BedrockPS.Http;
using BedrockPS.Json;
using BedrockPS.StructuredOutput;

namespace BedrockPS.Conversion;

/// <summary>Reads what -Schema was given: a hashtable, JSON text, the path of a file, or the short form.</summary>
/// <param name="paths">Resolves paths as the session does.</param>
internal sealed class SchemaConversion(PathIntrinsics paths)
{
    private const string JsonFile = ".json";

    /// <summary>The schema as plain values.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it cannot be read.</exception>
    public IDictionary Read(object value)
    {
        object bare = Unwrapped.Of(value)!;
        return bare switch
        {
            FileInfo file => ReadFile(file.FullName),
            string text when IsJson(text) => Parse(text, "-Schema"),
            string text when text.TrimEnd().EndsWith(JsonFile, StringComparison.OrdinalIgnoreCase) =>
                ReadFile(new MediaPaths(paths).ResolveNew(text.Trim())),
            string text => ShortSchema.Parse(text),
            Type type => throw Wrong($"-Schema is the type {type.Name}; give types with -OutputType."),
            _ => DocumentConversion.ToPlain(value) as IDictionary
                ?? throw Wrong($"-Schema is a {bare.GetType().Name}; give a hashtable, JSON text, the path of a .json "
                    + "file, or the short form, such as 'name, age int, tags string[]'."),
        };
    }

    private static bool IsJson(string text) => text.AsSpan().TrimStart() is ['{', ..];

    private static IDictionary ReadFile(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), $"The schema '{path}'");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong($"The schema '{path}' cannot be read: {e.Message}", e);
        }
    }

    private static IDictionary Parse(string json, string what)
    {
        try
        {
            return DocumentReader.Read(Encoding.UTF8.GetBytes(json)) as IDictionary
                ?? throw Wrong($"{what} is JSON, but no object.");
        }
        catch (JsonException e)
        {
            throw Wrong($"{what} is not JSON: {e.Message}", e);
        }
    }

    private static BedrockException Wrong(string message, Exception? cause = null) =>
        new(ClientErrorCode.InvalidRequest, message, cause);
}
