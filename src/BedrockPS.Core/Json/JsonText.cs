using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BedrockPS.Json;

/// <summary>Reads texts that may hold half a character: a text can break anywhere, within a pair too.</summary>
/// <remarks>
/// JSON can carry half of a pair as an escape. The reader of the base class library refuses it; here it is kept, and
/// the halves meet when the pieces are joined.
/// </remarks>
internal static class JsonText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The text at which the reader stands.</summary>
    /// <exception cref="JsonException">The bytes are not UTF-8.</exception>
    public static string? Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException) when (reader.ValueIsEscaped)
        {
            return Unescape(Decode(reader.ValueSpan));
        }
    }

    private static string Decode(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException e)
        {
            throw new JsonException("A text is not valid UTF-8.", e);
        }
    }

    // The token was read as JSON already, so every escape is whole and known.
    private static string Unescape(string escaped)
    {
        StringBuilder text = new(escaped.Length);
        for (int i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }

            char kind = escaped[++i];
            if (kind == 'u')
            {
                text.Append((char)ushort.Parse(
                    escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(Plain(kind));
            }
        }

        return text.ToString();
    }

    private static char Plain(char kind) => kind switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\b',
        'f' => '\f',
        _ => kind,
    };
}
