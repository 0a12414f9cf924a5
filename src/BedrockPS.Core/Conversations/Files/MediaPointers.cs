using System.Globalization;
using System.Text.Json.Nodes;

namespace BedrockPS.Conversations;

/// <summary>Takes the bytes of media out of turns, and puts them back.</summary>
/// <remarks>
/// What is taken out is listed beside the turns, by JSON pointer: whatever a model or a tool wrote into a turn cannot
/// be mistaken for a reference to a file.
/// </remarks>
internal static class MediaPointers
{
    /// <summary>Takes out the content of each <c>source</c>, wherever it stands; tools give media, too.</summary>
    /// <param name="turns">The turns, which change.</param>
    /// <param name="keep">Keeps content of a format, and tells the name to find it by.</param>
    /// <returns>Where the content stood, and its names.</returns>
    public static JsonObject TakeOut(JsonNode turns, Func<byte[], string?, string> keep)
    {
        JsonObject taken = [];
        TakeOut(turns, string.Empty, keep, taken);
        return taken;
    }

    /// <summary>Puts content back where it stood.</summary>
    public static void PutBack(JsonNode turns, JsonObject taken, Func<string, byte[]> read)
    {
        foreach ((string pointer, JsonNode? name) in taken)
        {
            string[] steps = pointer.Split('/');
            JsonNode parent = steps[1..^1].Aggregate(turns, Step);
            parent.AsObject()[Unescape(steps[^1])] = Convert.ToBase64String(read((string)name!));
        }
    }

    private static void TakeOut(
        JsonNode? node, string pointer, Func<byte[], string?, string> keep, JsonObject taken)
    {
        if (node is JsonArray items)
        {
            for (int i = 0; i < items.Count; i++)
            {
                TakeOut(items[i], string.Create(CultureInfo.InvariantCulture, $"{pointer}/{i}"), keep, taken);
            }
        }
        else if (node is JsonObject members)
        {
            foreach ((string name, JsonNode? value) in members)
            {
                string place = $"{pointer}/{Escape(name)}";
                if (name == "source" && value is JsonObject source && Content(source) is { } bytes)
                {
                    taken[place + "/bytes"] = keep(bytes, Format(members));
                    source["bytes"] = string.Empty;
                }
                else
                {
                    TakeOut(value, place, keep, taken);
                }
            }
        }
    }

    // Only what comes back the same is taken out.
    private static byte[]? Content(JsonObject source)
    {
        if (Text(source, "bytes") is not { Length: > 0 } text)
        {
            return null;
        }

        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length)
            && Convert.ToBase64String(bytes, 0, length) == text
            ? bytes[..length]
            : null;
    }

    private static string? Format(JsonObject media) => Text(media, "format");

    private static string? Text(JsonObject members, string name) =>
        members[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static JsonNode Step(JsonNode node, string step) => (node is JsonArray items
        ? items[int.Parse(step, CultureInfo.InvariantCulture)]
        : node.AsObject()[Unescape(step)])
        ?? throw new InvalidOperationException($"There is nothing at '{step}'.");

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Unescape(string step) =>
        step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
