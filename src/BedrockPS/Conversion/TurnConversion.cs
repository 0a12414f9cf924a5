using System.Collections;
using System.Collections.Specialized;
using System.Text.Json;
using BedrockPS.Http;
using BedrockPS.Json;

namespace BedrockPS.Conversion;

/// <summary>Turns what -Message was given into turns of a conversation.</summary>
internal static class TurnConversion
{
    /// <summary>The turns, in their order, as the service takes them.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: an item is not a turn.</exception>
    public static IList<Message> ToTurns(IEnumerable<object?> items) => items.SelectMany(ToTurns).ToList();

    private static IEnumerable<Message> ToTurns(object? item)
    {
        object? bare = Unwrapped.Of(item);
        return bare switch
        {
            string text => [new Message(MessageRole.User, text)],
            Message message => [message],
            ConverseResponse response => [response.Message ?? new Message(MessageRole.Assistant, response.Text)],
            Conversation conversation => conversation.Messages,
            null => throw NotATurn("null"),
            IEnumerable items when bare is not IDictionary => items.Cast<object?>().SelectMany(ToTurns),
            _ => FromShape(DocumentConversion.ToPlain(item), bare),
        };
    }

    private static IEnumerable<Message> FromShape(object? plain, object bare)
    {
        if (plain is not IDictionary members)
        {
            throw NotATurn(bare.GetType().Name);
        }

        // An answer that went through CLIXML or JSON has its turn in .Message.
        if (Member(members, "Message") is IDictionary inner && Member(members, "role") is null)
        {
            return FromShape(inner, bare);
        }

        if (Member(members, "content") is not { } content)
        {
            throw NotATurn($"{bare.GetType().Name} without 'content'");
        }

        OrderedDictionary turn = new()
        {
            ["role"] = Member(members, "role") ?? MessageRole.User,
            ["content"] = BlockShape.ToBlocks(content),
        };
        Message message = Read(turn);
        message.Other = Others(members, "role", "content", "Other");
        return [message];
    }

    private static Message Read(OrderedDictionary turn)
    {
        try
        {
            return BedrockMessages.Read(BedrockJson.WriteDocument(turn));
        }
        catch (JsonException e)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest, $"A turn of -Message is not in the service's shape: {e.Message}", e);
        }
    }

    /// <summary>The members that have no property of their own; null where there are none.</summary>
    internal static Dictionary<string, object?>? Others(IDictionary members, params string[] known)
    {
        Dictionary<string, object?> others = members.Cast<DictionaryEntry>()
            .Where(member => !known.Contains((string)member.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(member => (string)member.Key, member => member.Value);
        return others.Count == 0 ? null : others;
    }

    /// <summary>A member by its name, without case.</summary>
    internal static object? Member(IDictionary members, string name) => members.Cast<DictionaryEntry>()
        .Where(member => name.Equals(member.Key as string, StringComparison.OrdinalIgnoreCase))
        .Select(member => member.Value)
        .FirstOrDefault();

    private static BedrockException NotATurn(string what) => new(
        ClientErrorCode.InvalidRequest,
        $"-Message holds {what}, which is not a turn. Give text, "
        + "@{ role = 'user'; content = @(@{ text = '...' }) }, a Message, or the output of an earlier call.");
}
