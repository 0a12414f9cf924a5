using System.Text;
using System.Text.Json;
using BedrockPS.Http;
using BedrockPS.Json;

namespace BedrockPS.Conversion;

/// <summary>Turns what -Body was given into bytes.</summary>
internal static class BodyConversion
{
    /// <summary>Bytes as they are, text as UTF-8, everything else as JSON.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: the body is said to be JSON and is not.</exception>
    public static byte[] ToBytes(object body, string contentType)
    {
        object bare = Unwrapped.Of(body)!;
        byte[] bytes = bare switch
        {
            byte[] given => given,
            string text => Encoding.UTF8.GetBytes(text),
            _ => BedrockJson.WriteDocument(DocumentConversion.ToPlain(body)),
        };
        if (contentType.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            CheckJson(bytes);
        }

        return bytes;
    }

    private static void CheckJson(byte[] bytes)
    {
        try
        {
            Utf8JsonReader reader = new(bytes, new JsonReaderOptions { MaxDepth = DocumentWriter.MaxDepth + 32 });
            while (reader.Read())
            {
            }
        }
        catch (JsonException e)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"The body is not JSON: {e.Message} Give a hashtable, an object or JSON text, or name another "
                + "-ContentType.",
                e);
        }
    }
}
