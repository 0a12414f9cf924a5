using System.Collections;
using System.Collections.Specialized;
using System.Text.Json;

namespace BedrockPS.Conversion;

/// <summary>Brings the source of a picture or document back into the service's shape, after CLIXML or JSON.</summary>
internal static class SourceShape
{
    /// <summary>The members in the service's spelling; JSON has made numbers of the bytes.</summary>
    public static object? Of(object? source)
    {
        if (source is not IDictionary members)
        {
            return source;
        }

        OrderedDictionary shape = [];
        foreach (DictionaryEntry member in members)
        {
            string name = JsonNamingPolicy.CamelCase.ConvertName((string)member.Key);
            if (member.Value is not null && name != "other")
            {
                shape[name] = name switch
                {
                    "bytes" when member.Value is object?[] numbers => Array.ConvertAll(numbers, Convert.ToByte),
                    "s3Location" => Of(member.Value),
                    _ => member.Value,
                };
            }
        }

        return shape;
    }
}
