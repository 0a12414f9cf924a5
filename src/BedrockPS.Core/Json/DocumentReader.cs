using System.Collections.Specialized;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace BedrockPS.Json;

/// <summary>Reads free-form JSON into plain values that a script can walk.</summary>
/// <remarks>
/// Objects become <see cref="OrderedDictionary"/>, arrays <c>object[]</c>, whole numbers <see cref="long"/>, others
/// <see cref="decimal"/> where it is exact and <see cref="double"/> where it is not. Longer whole numbers are
/// <see cref="BigInteger"/>; what no type holds, such as 1e400, stays a <see cref="JsonElement"/>.
/// </remarks>
public static class DocumentReader
{
    // A decimal holds 28 digits whatever they are.
    private const int ExactDigits = 28;

    // Parsing takes time that grows with the square of the digits, so there must be an end to them.
    private const int MaxDigits = 300;

    /// <summary>Reads one whole JSON text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static object? Read(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = 256 });
        try
        {
            reader.Read();
            object? value = Read(ref reader);
            return reader.Read() ? throw new JsonException("More than one JSON value.") : value;
        }
        catch (InvalidOperationException e)
        {
            // Half a surrogate pair, or bytes that are not UTF-8: the reader finds out when it makes the string.
            throw new JsonException(e.Message, e);
        }
    }

    /// <summary>Reads the value at which the reader stands, and leaves it at the value's last token.</summary>
    public static object? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader),
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.String => JsonText.Read(ref reader),
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ => throw new JsonException($"A value was expected, not {reader.TokenType}."),
    };

    private static OrderedDictionary ReadObject(ref Utf8JsonReader reader)
    {
        // Scripts expect member names without case; names that differ by case alone must both survive.
        OrderedDictionary members = new DocumentObject(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            object? value = Read(ref reader);
            if (members.Contains(name))
            {
                members = CaseSensitive(members);
            }

            members[name] = value;
        }

        return members;
    }

    private static OrderedDictionary CaseSensitive(OrderedDictionary members)
    {
        OrderedDictionary copy = new DocumentObject(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry member in members)
        {
            copy[member.Key] = member.Value;
        }

        return copy;
    }

    private static object?[] ReadArray(ref Utf8JsonReader reader)
    {
        List<object?> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader));
        }

        return [.. items];
    }

    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out long whole))
        {
            return whole;
        }

        ReadOnlySpan<byte> text = reader.ValueSpan;
        bool exponent = text.IndexOfAny((byte)'e', (byte)'E') >= 0;
        if (!exponent && text.Length <= ExactDigits && reader.TryGetDecimal(out decimal value))
        {
            return value;
        }

        if (!exponent && text.Length <= MaxDigits && text.IndexOf((byte)'.') < 0)
        {
            string digits = Encoding.ASCII.GetString(text);
            return BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        double number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : JsonElement.ParseValue(ref reader);
    }
}
