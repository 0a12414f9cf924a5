using System.Text.Json.Serialization;

namespace BedrockPS.Usage;

/// <summary>A price table as its file has it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class PriceTable
{
    public const string CurrentFormat = "BedrockPS.Prices/1";

    public string? Format { get; set; }

    public DateOnly? Date { get; set; }

    public string? Currency { get; set; }

    public Dictionary<string, PriceSource>? Sources { get; set; }

    public List<PricedModel>? Models { get; set; }
}
