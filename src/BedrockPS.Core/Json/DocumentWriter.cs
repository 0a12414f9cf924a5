using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace BedrockPS.Json;

/// <summary>Writes plain values (dictionaries, lists, numbers, text, dates, bytes) as free-form JSON.</summary>
public static class DocumentWriter
{
    /// <summary>How deep values may nest; what goes deeper is taken for a cycle.</summary>
    public const int MaxDepth = 100;

    /// <summary>Writes the value.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: JSON has no form for a value.</exception>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            case IDictionary members:
                WriteObject(writer, members);
                break;
            case IEnumerable items:
                WriteArray(writer, items);
                break;
            default:
                WriteScalar(writer, value);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, IDictionary members)
    {
        CheckDepth(writer);
        writer.WriteStartObject();
        foreach (DictionaryEntry member in members)
        {
            writer.WritePropertyName(Convert.ToString(member.Key, CultureInfo.InvariantCulture) ?? string.Empty);
            Write(writer, member.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, IEnumerable items)
    {
        CheckDepth(writer);
        writer.WriteStartArray();
        foreach (object? item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteScalar(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case double or float:
                WriteDouble(writer, Convert.ToDouble(value, CultureInfo.InvariantCulture), value);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong or BigInteger:
                writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case DateTime date:
                writer.WriteStringValue(date);
                break;
            case DateTimeOffset date:
                writer.WriteStringValue(date);
                break;
            case Enum or char or Guid or Uri or TimeSpan or Version or DateOnly or TimeOnly:
                writer.WriteStringValue(ToText(value));
                break;
            default:
                throw new BedrockException(
                    Http.ClientErrorCode.InvalidRequest,
                    $"A value of type {value.GetType()} has no JSON form. Give a hashtable, an object, an array, "
                    + "text, a number, a date or bytes.");
        }
    }

    private static void WriteDouble(Utf8JsonWriter writer, double number, object original)
    {
        if (!double.IsFinite(number))
        {
            throw new BedrockException(
                Http.ClientErrorCode.InvalidRequest, $"JSON has no form for the number {number}.");
        }

        if (original is float single)
        {
            writer.WriteNumberValue(single);
        }
        else
        {
            writer.WriteNumberValue(number);
        }
    }

    private static string ToText(object value) => value switch
    {
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    private static void CheckDepth(Utf8JsonWriter writer)
    {
        if (writer.CurrentDepth >= MaxDepth)
        {
            throw new BedrockException(
                Http.ClientErrorCode.InvalidRequest,
                $"A value nests deeper than {MaxDepth} levels: does it contain itself?");
        }
    }
}
