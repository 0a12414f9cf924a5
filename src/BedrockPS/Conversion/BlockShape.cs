using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Text.Json;

namespace BedrockPS.Conversion;

/// <summary>Brings the content of a turn into the service's shape, from its own or from that of our objects.</summary>
internal static class BlockShape
{
    /// <summary>A list of blocks: from text, one block, or several.</summary>
    public static object?[] ToBlocks(object content) => content switch
    {
        string text => [Text(text)],
        IDictionary block => [ToBlock(block)],
        IEnumerable blocks => blocks.Cast<object?>().Select(ToBlock).ToArray(),
        _ => [Text(content.ToString()!)],
    };

    private static object? ToBlock(object? block) => block switch
    {
        string text => Text(text),
        IDictionary members when members["Kind"] is string kind => FromOurs(kind, members),
        _ => block,
    };

    // One of our blocks after CLIXML or JSON: Kind beside its members, whose names begin with a capital.
    private static OrderedDictionary FromOurs(string kind, IDictionary members)
    {
        OrderedDictionary own = [];
        foreach (DictionaryEntry member in members)
        {
            string name = (string)member.Key;
            if (member.Value is not null && name is not ("Kind" or "Other"))
            {
                own[JsonNamingPolicy.CamelCase.ConvertName(name)] =
                    name == "Source" ? SourceShape.Of(member.Value) : member.Value;
            }
        }

        return new OrderedDictionary
        {
            [kind] = kind switch
            {
                ContentBlockKind.Text => members["Text"] ?? string.Empty,
                ContentBlockKind.Reasoning => Reasoning(own),
                _ when own.Contains("value") => own["value"],
                _ => own,
            },
        };
    }

    private static OrderedDictionary Reasoning(OrderedDictionary own)
    {
        OrderedDictionary shape = [];
        if (own["redactedContent"] is { } redacted)
        {
            shape["redactedContent"] = redacted is object?[] numbers ? Bytes(numbers) : redacted;
            return shape;
        }

        OrderedDictionary text = new() { ["text"] = own["text"] ?? string.Empty };
        if (own["signature"] is { } signature)
        {
            text["signature"] = signature;
        }

        shape["reasoningText"] = text;
        return shape;
    }

    // JSON made a list of numbers of the bytes.
    private static byte[] Bytes(object?[] numbers) =>
        Array.ConvertAll(numbers, number => Convert.ToByte(number, CultureInfo.InvariantCulture));

    private static OrderedDictionary Text(string text) => new() { [ContentBlockKind.Text] = text };
}
