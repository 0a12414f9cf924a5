using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using BedrockPS.Json;

namespace BedrockPS.Conversion;

/// <summary>An object as one compact line for a model.</summary>
internal static class ObjectLine
{
    /// <summary>
    /// Text as it is; an object as one line of JSON with the properties that a person would be shown.
    /// </summary>
    public static string Of(object item)
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
