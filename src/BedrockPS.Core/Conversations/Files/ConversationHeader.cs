using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Http;

namespace BedrockPS.Conversations;

/// <summary>The first line of a conversation file, which tells it from every other file.</summary>
internal static class ConversationHeader
{
    public static byte[] Write(Conversation conversation)
    {
        JsonObject header = new()
        {
            [ConversationFormat.Member] = ConversationFormat.Name,
            ["version"] = ConversationFormat.Version,
            ["module"] = typeof(ConversationHeader).Assembly.GetName().Version!.ToString(3),
            ["id"] = conversation.Id,
            ["createdAt"] = conversation.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
            ["settings"] = ConversationMembers.Settings(conversation),
        };
        return ConversationFormat.Write(header);
    }

    /// <summary>The empty conversation that a header begins.</summary>
    /// <exception cref="BedrockException"><c>ConversationInvalid</c>: it is none, or of a newer module.</exception>
    public static Conversation Read(ReadOnlySpan<byte> line, string path)
    {
        try
        {
            JsonObject header = Find(line) ?? throw None(path);
            CheckVersion(header, path);
            Conversation conversation = new()
            {
                Id = (string)Required(header, "id")!,
                CreatedAt = DateTimeOffset.Parse((string)Required(header, "createdAt")!, CultureInfo.InvariantCulture),
            };
            ConversationMembers.ReadSettings(Required(header, "settings").AsObject(), conversation);
            return conversation;
        }
        catch (Exception e) when (ConversationReader.IsBroken(e))
        {
            throw ConversationReader.Invalid(path, 1, $"Its header is broken: {e.Message}");
        }
    }

    /// <summary>Whether a line is the header of a conversation, of whatever version.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> line) => Find(line) is not null;

    private static JsonObject? Find(ReadOnlySpan<byte> line)
    {
        try
        {
            return ConversationFormat.Parse(line) is JsonObject header
                && header[ConversationFormat.Member] is JsonValue name
                && name.TryGetValue(out string? text)
                && text == ConversationFormat.Name
                ? header
                : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static JsonNode Required(JsonObject header, string name) =>
        header[name] ?? throw new JsonException($"It has no '{name}'.");

    private static BedrockException None(string path) => ConversationReader.Invalid(
        path,
        1,
        $"It is not the header of a conversation, which begins {{\"{ConversationFormat.Member}\":"
        + $"\"{ConversationFormat.Name}\". If the file holds something else, give another path.");

    private static void CheckVersion(JsonObject header, string path)
    {
        int version = (int)Required(header, "version");
        if (version > ConversationFormat.Version)
        {
            throw new BedrockException(
                ClientErrorCode.ConversationInvalid,
                $"'{path}' is a conversation of format {version}; this module reads up to "
                + $"{ConversationFormat.Version}. Update BedrockPS.");
        }
    }
}
