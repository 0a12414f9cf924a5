using System.Globalization;
using System.Text.Json.Nodes;

namespace BedrockPS.Conversations;

/// <summary>What a conversation cost, as its file holds it.</summary>
internal static class ConversationCost
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The cost of a call of which a file tells the tokens alone.</summary>
    public static Cost NotKept() => Cost.Unknown("The conversation's file does not say what earlier calls cost.");

    public static JsonObject Write(Cost cost)
    {
        JsonObject written = new() { ["calls"] = cost.Calls, ["currency"] = cost.Currency };
        Add(written, "amount", cost.Amount);
        Add(written, "knownAmount", cost.KnownAmount);
        Add(written, "unknownCalls", cost.UnknownCalls == 0 ? null : cost.UnknownCalls);
        ConversationMembers.Add(written, "reason", cost.Reason);
        ConversationMembers.Add(written, "tier", cost.Tier);
        ConversationMembers.Add(written, "source", cost.Source);
        ConversationMembers.Add(written, "tableDate", cost.TableDate?.ToString(Day, CultureInfo.InvariantCulture));
        written["parts"] = new JsonArray([.. cost.Parts.Select(WritePart)]);
        return written;
    }

    public static Cost Read(JsonObject written) => new()
    {
        Calls = (int?)written["calls"] ?? 0,
        Currency = (string?)written["currency"] ?? "USD",
        Amount = (decimal?)written["amount"],
        KnownAmount = (decimal?)written["knownAmount"] ?? 0,
        UnknownCalls = (int?)written["unknownCalls"] ?? 0,
        Reason = (string?)written["reason"],
        Tier = (string?)written["tier"],
        Source = (string?)written["source"],
        TableDate = (string?)written["tableDate"] is { } day
            ? DateTime.ParseExact(day, Day, CultureInfo.InvariantCulture)
            : null,
        Parts = new([.. (written["parts"]?.AsArray() ?? []).Select(part => ReadPart(part!.AsObject()))]),
    };

    private static JsonObject WritePart(CostPart part)
    {
        JsonObject written = new() { ["kind"] = part.Kind, ["units"] = part.Units };
        Add(written, "price", part.Price);
        Add(written, "amount", part.Amount);
        return written;
    }

    private static CostPart ReadPart(JsonObject written) => new()
    {
        Kind = (string?)written["kind"] ?? string.Empty,
        Units = (long?)written["units"] ?? 0,
        Price = (decimal?)written["price"],
        Amount = (decimal?)written["amount"],
    };

    private static void Add(JsonObject written, string name, decimal? value)
    {
        if (value is { } known)
        {
            written[name] = known;
        }
    }
}
