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
    // Data of scripts is followed this far down; a value that contains itself would have no end.
    private const int MaxDepth = 16;

    // What tells a file from another of the same name; the default view shows its folder above the table.
    private static readonly string[] FileProperties = ["FullName", "Length", "LastWriteTime"];

    /// <summary>
    /// Text as it is; an object as one line of JSON with the properties that a person would be shown.
    /// </summary>
    public static string Of(object item) => Unwrapped.Of(item) is string text ? text : Json(Shown(item));

    private static object? Shown(object item)
    {
        object bare = Unwrapped.Of(item)!;
        bool isData = bare is IEnumerable or PSCustomObject || DocumentConversion.IsScalar(bare);
        return isData ? Flat(item, 0) : Members(ShownProperties(PSObject.AsPSObject(item)), MaxDepth);
    }

    private static IEnumerable<PSPropertyInfo> ShownProperties(PSObject item)
    {
        PSMemberSet? standard = item.Members["PSStandardMembers"]?.Value as PSMemberSet;
        IEnumerable<string>? names = item.BaseObject is FileSystemInfo
            ? FileProperties
            : (standard?.Members["DefaultDisplayPropertySet"] as PSPropertySet)?.ReferencedPropertyNames;
        return names?.Select(name => item.Properties[name]).Where(property => property is not null)
            ?? item.Properties.Where(property => property.IsGettable);
    }

    private static OrderedDictionary Members(IEnumerable<PSPropertyInfo> properties, int depth)
    {
        OrderedDictionary members = [];
        foreach (PSPropertyInfo property in properties)
        {
            if (Flat(PropertyValue.Of(property), depth) is { } value)
            {
                members[property.Name] = value;
            }
        }

        return members;
    }

    private static OrderedDictionary Members(IDictionary dictionary, int depth)
    {
        OrderedDictionary members = [];
        foreach (DictionaryEntry member in dictionary)
        {
            members[AsText(member.Key)] = Flat(member.Value, depth);
        }

        return members;
    }

    // What a script made (tables, custom objects, lists) is shown whole; of any other object within, its text.
    private static object? Flat(object? value, int depth)
    {
        object? bare = Unwrapped.Of(value);
        return bare switch
        {
            null => null,
            string or byte[] => bare,
            double number when !double.IsFinite(number) => AsText(number),
            float number when !float.IsFinite(number) => AsText(number),
            _ when DocumentConversion.IsScalar(bare) => bare,
            SwitchParameter flag => flag.ToBool(),
            PSCustomObject when depth < MaxDepth =>
                Members(((PSObject)value!).Properties.Where(property => property.IsGettable), depth + 1),
            IDictionary dictionary when depth < MaxDepth => Members(dictionary, depth + 1),
            IEnumerable items => items.Cast<object?>().Select(part => Part(part, depth)).ToArray(),
            _ => AsText(value!),
        };
    }

    // A list within a list of somebody else's making may be the list itself.
    private static object? Part(object? part, int depth) =>
        Unwrapped.Of(part) is IEnumerable and not (string or Array or IDictionary) || depth >= MaxDepth
            ? part is null ? null : AsText(part)
            : Flat(part, depth + 1);

    private static string AsText(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Json(object? value) => Encoding.UTF8.GetString(BedrockJson.WriteDocument(value));
}
