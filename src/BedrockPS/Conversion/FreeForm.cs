using System.Collections;
using System.Text;
using System.Text.Json;
using BedrockPS.Http;
using BedrockPS.Json;

namespace BedrockPS.Conversion;

/// <summary>Reads a parameter that takes free-form JSON: a hashtable, an object, or JSON text.</summary>
internal static class FreeForm
{
    /// <summary>The plain members; null where the parameter was not given.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it is not an object, or not JSON.</exception>
    public static object? Read(string parameter, object? value)
    {
        object? bare = Unwrapped.Of(value);
        object? plain = bare is string json ? Parse(parameter, json) : DocumentConversion.ToPlain(value);
        return plain is null or IDictionary ? plain : throw new BedrockException(
            ClientErrorCode.InvalidRequest,
            $"-{parameter} is a {bare!.GetType().Name}; give a hashtable, an object, or the JSON text of an object.");
    }

    private static object? Parse(string parameter, string json)
    {
        try
        {
            return DocumentReader.Read(Encoding.UTF8.GetBytes(json));
        }
        catch (JsonException e)
        {
            throw new BedrockException(ClientErrorCode.InvalidRequest, $"-{parameter} is not JSON: {e.Message}", e);
        }
    }
}
