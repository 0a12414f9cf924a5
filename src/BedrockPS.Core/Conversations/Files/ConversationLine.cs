using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockPS.Conversations;

/// <summary>A line of a conversation's file: what changed since the line before.</summary>
internal static class ConversationLine
{
    private const string Keep = "keep";
    private const string Turns = "messages";
    private const string Media = "media";
    private const string Settings = "settings";
    private const string Summary = "summary";
    private const string StopReason = "stopReason";
    private const string Usage = "usage";
    private const string Cost = "cost";

    /// <summary>The line that leads from one state to the next; null where nothing changed.</summary>
    /// <param name="before">What the file holds.</param>
    /// <param name="after">What it is to hold.</param>
    /// <param name="at">The time of the change.</param>
    /// <param name="media">Where the media of new turns go.</param>
    public static byte[]? Write(
        ConversationState before, ConversationState after, DateTimeOffset at, MediaFolder media)
    {
        JsonObject line = new() { ["at"] = at.ToString("O", CultureInfo.InvariantCulture) };
        int head = line.Count;
        WriteTurns(line, before, after, media);
        WriteText(line, Settings, before.Settings, after.Settings, text => JsonNode.Parse(text));
        WriteText(line, Summary, before.Summary, after.Summary, text => text);
        WriteText(line, StopReason, before.StopReason, after.StopReason, text => text);
        WriteText(line, Usage, before.Usage, after.Usage, text => JsonNode.Parse(text));
        WriteText(line, Cost, before.Cost, after.Cost, text => JsonNode.Parse(text));
        return line.Count > head ? ConversationFormat.Write(line) : null;
    }

    /// <summary>Changes a conversation as the line says.</summary>
    public static void Read(JsonObject line, Conversation conversation, MediaFolder media)
    {
        ReadTurns(line, conversation, media);
        if (line[Settings] is JsonObject settings)
        {
            ConversationMembers.ReadSettings(settings, conversation);
        }

        if (line.TryGetPropertyValue(Summary, out JsonNode? summary))
        {
            conversation.Summary = (string?)summary;
        }

        if (line.TryGetPropertyValue(StopReason, out JsonNode? stopReason))
        {
            conversation.StopReason = (string?)stopReason;
        }

        if (line[Usage] is { } usage)
        {
            conversation.Usage = ConversationMembers.ReadUsage(usage);
        }

        ReadCost(line, conversation);
    }

    // Files that were begun before costs were kept tell what calls used and no more.
    private static void ReadCost(JsonObject line, Conversation conversation)
    {
        if (line[Cost] is JsonObject cost)
        {
            conversation.Cost = ConversationCost.Read(cost);
        }
        else if (line[Usage] is not null)
        {
            conversation.Cost.Add(ConversationCost.NotKept());
        }
    }

    private static void WriteTurns(
        JsonObject line, ConversationState before, ConversationState after, MediaFolder media)
    {
        int same = before.CountSame(after);
        if (same < before.Messages.Count)
        {
            line[Keep] = same;
        }

        if (same == after.Messages.Count)
        {
            return;
        }

        JsonArray turns = [.. after.Messages.Skip(same).Select(ConversationMembers.Turn)];
        JsonObject taken = MediaPointers.TakeOut(turns, media.Save);
        line[Turns] = turns;
        if (taken.Count > 0)
        {
            line[Media] = taken;
        }
    }

    private static void WriteText(
        JsonObject line, string name, string? before, string? after, Func<string, JsonNode?> write)
    {
        if (before != after)
        {
            line[name] = after is null ? null : write(after);
        }
    }

    private static void ReadTurns(JsonObject line, Conversation conversation, MediaFolder media)
    {
        List<Message> turns = conversation.Messages;
        if (line[Keep] is { } keep)
        {
            int count = (int)keep;
            if (count < 0 || count > turns.Count)
            {
                throw new JsonException($"It keeps {count} messages, but {turns.Count} stand before it.");
            }

            turns.RemoveRange(count, turns.Count - count);
        }

        if (line[Turns] is { } added)
        {
            if (line[Media] is JsonObject taken)
            {
                MediaPointers.PutBack(added, taken, media.Read);
            }

            turns.AddRange(added.AsArray().Select(ConversationMembers.ReadTurn));
        }
    }
}
