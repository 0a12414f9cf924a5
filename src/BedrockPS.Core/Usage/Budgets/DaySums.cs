using System.Text.Json.Serialization;

namespace BedrockPS.Usage;

/// <summary>What the calls of a day have used by the usage log, and what those under way may use.</summary>
internal sealed class DaySums
{
    public DateOnly Day { get; set; }

    /// <summary>The month's file that was read, by its name.</summary>
    public string? File { get; set; }

    /// <summary>How far it was read.</summary>
    public long Offset { get; set; }

    public decimal Cost { get; set; }

    public long Tokens { get; set; }

    /// <summary>Calls under way, or of a process that ended in the middle of one; they count at their worst.</summary>
    public Dictionary<string, Charge> UnderWay { get; set; } = [];

    [JsonIgnore]
    public Charge Total => UnderWay.Values.Aggregate(new Charge(Cost, Tokens), (sum, charge) => sum + charge);
}
