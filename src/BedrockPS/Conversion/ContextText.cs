using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using BedrockPS.Json;

namespace BedrockPS.Conversion;

/// <summary>Collects piped objects as the context of one call: a compact line each, up to a limit.</summary>
internal sealed class ContextText(int maxCharacters)
{
    private readonly StringBuilder _lines = new();
    private long _allCharacters;
    private int _sent;

    /// <summary>How many objects came.</summary>
    public int Count { get; private set; }

    /// <summary>What the limit left out, in words for a warning; null where it left nothing out.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it left out everything.</exception>
    public string? CutNotice => _sent == Count ? null
        : _sent == 0 ? throw new BedrockException(
            Http.ClientErrorCode.InvalidRequest,
            $"The first object alone is longer than the {maxCharacters:N0} characters that the context may have. "
            + "Select fewer properties, or raise -MaxContextCharacters.")
        : $"The context was cut: {_sent:N0} of {Count:N0} objects were sent ({_lines.Length:N0} of {_allCharacters:N0} "
        + "characters). Select fewer properties or objects, or raise -MaxContextCharacters.";

    /// <summary>Adds an object; once one did not fit, none is added any more.</summary>
    public void Add(object item)
    {
        string line = ToLine(item);
        bool fits = _sent == Count && _lines.Length + line.Length + 1 <= maxCharacters;
        Count++;
        _allCharacters += line.Length + 1;
        if (fits)
        {
            _lines.Append(line).Append('\n');
            _sent++;
        }
    }

    /// <summary>The lines, marked off from the question that follows them.</summary>
    public override string ToString() => $"<context>\n{_lines}</context>";

    /// <summary>
    /// Text as it is; an object as one line of JSON with the properties that a person would be shown.
    /// </summary>
    private static string ToLine(object item)
    {
        object bare = Unwrapped.Of(item)!;
        return bare switch
        {
            string text => text,
            IEnumerable => Json(DocumentConversion.ToPlain(item)),
            _ when DocumentConversion.IsScalar(bare) => Json(Flat(bare)),
            _ => Json(Shown(PSObject.AsPSObject(item))),
        };
    }

    private static OrderedDictionary Shown(PSObject item)
    {
        OrderedDictionary members = [];
        foreach (PSPropertyInfo property in ShownProperties(item))
        {
            if (Flat(PropertyValue.Of(property)) is { } value)
            {
                members[property.Name] = value;
            }
        }

        return members;
    }

    private static IEnumerable<PSPropertyInfo> ShownProperties(PSObject item)
    {
        PSMemberSet? standard = item.Members["PSStandardMembers"]?.Value as PSMemberSet;
        bool isSelected = item.BaseObject is PSCustomObject;
        if (!isSelected && standard?.Members["DefaultDisplayPropertySet"] is PSPropertySet shown)
        {
            return shown.ReferencedPropertyNames
                .Select(name => item.Properties[name])
                .Where(property => property is not null);
        }

        return item.Properties.Where(property => property.IsGettable);
    }

    // One level deep: what an object shows of another object is its text.
    private static object? Flat(object? value)
    {
        object? bare = Unwrapped.Of(value);
        return bare switch
        {
            null => null,
            string => bare,
            double number when !double.IsFinite(number) => AsText(number),
            float number when !float.IsFinite(number) => AsText(number),
            _ when DocumentConversion.IsScalar(bare) => bare,
            SwitchParameter flag => flag.ToBool(),
            IEnumerable items => items.Cast<object?>().Select(part => part is IEnumerable and not string
                ? AsText(part)
                : Flat(part)).ToArray(),
            _ => AsText(bare),
        };
    }

    private static string AsText(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Json(object? value) => Encoding.UTF8.GetString(BedrockJson.WriteDocument(value));
}
