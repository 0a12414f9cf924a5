using System.Collections;

namespace BedrockPS.Converse;

/// <summary>Reads the sources out of a message's citation blocks.</summary>
internal static class CitationReader
{
    public static IReadOnlyList<Citation> Read(Message? message) =>
    [
        .. (message?.Content ?? []).OfType<CitationsBlock>().SelectMany(block =>
            (block.Citations ?? []).OfType<IDictionary>().Select(source => Read(source, block.Text))),
    ];

    private static Citation Read(IDictionary source, string text) => new()
    {
        Title = source["title"] as string,
        Source = source["source"] as string,
        Text = text,
        SourceText = SourceText(source["sourceContent"] as object?[]),
        Location = source["location"],
    };

    private static string? SourceText(object?[]? parts) => parts is null
        ? null
        : string.Concat(parts.OfType<IDictionary>().Select(part => part["text"] as string));
}
