using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Text;
using BedrockPS.Http;
using BedrockPS.Json;

namespace BedrockPS.Conversion;

/// <summary>Turns what a script has (hashtables, objects, arrays, numbers, dates) into plain values for JSON.</summary>
internal static class DocumentConversion
{
    private const int MaxDepth = Json.DocumentWriter.MaxDepth;

    /// <summary>The value without any PowerShell wrapping, all the way down.</summary>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: it nests too deep, as a value in itself does.
    /// </exception>
    public static object? ToPlain(object? value) => ToPlain(value, 0);

    private static object? ToPlain(object? value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"A value nests deeper than {MaxDepth} levels: does it contain itself?");
        }

        object? bare = Unwrapped.Of(value);
        return bare switch
        {
            null => null,
            string or byte[] => bare,
            IDictionary members => FromDictionary(members, depth),
            PSCustomObject => FromProperties((PSObject)value!, depth),
            IEnumerable items => items.Cast<object?>().Select(item => ToPlain(item, depth + 1)).ToArray(),
            SwitchParameter flag => flag.ToBool(),
            IntPtr or UIntPtr => Convert.ToString(bare, CultureInfo.InvariantCulture),
            _ when IsScalar(bare) => bare,
            _ => FromProperties(PSObject.AsPSObject(value!), depth),
        };
    }

    private static OrderedDictionary FromDictionary(IDictionary members, int depth)
    {
        OrderedDictionary plain = new(StringComparer.Ordinal);
        foreach (DictionaryEntry member in members)
        {
            plain[Convert.ToString(member.Key, CultureInfo.InvariantCulture)!] = ToPlain(member.Value, depth + 1);
        }

        return plain;
    }

    private static OrderedDictionary FromProperties(PSObject value, int depth)
    {
        OrderedDictionary plain = new(StringComparer.Ordinal);
        foreach (PSPropertyInfo property in value.Properties.Where(property => property.IsGettable))
        {
            plain[property.Name] = ToPlain(PropertyValue.Of(property), depth + 1);
        }

        return plain;
    }

    /// <summary>The value as one text: text as it is, everything else as its JSON without quotes.</summary>
    public static string ToText(object? value)
    {
        object? plain = ToPlain(value);
        return plain as string ?? Encoding.UTF8.GetString(BedrockJson.WriteDocument(plain)).Trim('"');
    }

    /// <summary>Whether JSON has a form of its own for the value; another struct is an object.</summary>
    public static bool IsScalar(object value) =>
        value is Enum or decimal or BigInteger or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan
            or Guid or Uri or Version
        || (value.GetType().IsPrimitive && value is not (IntPtr or UIntPtr));
}
