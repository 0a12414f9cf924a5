using BedrockPS.Catalog;

namespace BedrockPS.Usage;

/// <summary>Chooses among the prices of a model: the most particular one that holds for the call.</summary>
internal static class PriceChoice
{
    public static PriceRow? Choose(PricedModel model, ModelIdentifier asked, PriceQuery query)
    {
        string? region = query.Region ?? asked.Region;
        string? geography = GeographyOf(asked, region);
        bool isCommercial = Partition.OfRegion(region) == "aws" && geography != GovCloud;
        return model.Prices!
            .Where(row => Holds(row, geography, region, query) && (isCommercial || IsParticular(row)))
            .OrderByDescending(row => row.Geography is not null)
            .ThenByDescending(row => row.Regions is not null)
            .ThenByDescending(row => row.From ?? DateOnly.MinValue)
            .ThenByDescending(row => row.AboveInputTokens ?? 0)
            .FirstOrDefault();
    }

    /// <summary>The default tier under its several names is no name.</summary>
    public static string? TierOf(string? word) => word?.ToLowerInvariant() switch
    {
        null or "" or "default" or "standard" => null,
        { } tier => tier,
    };

    private const string GovCloud = "us-gov";

    private static bool Holds(PriceRow row, string? geography, string? region, PriceQuery query) =>
        string.Equals(row.Tier, query.Tier, StringComparison.OrdinalIgnoreCase)
        && (row.Geography is null || row.Geography == geography)
        && (row.Regions is null || row.Regions.Contains(region))
        && (row.From is null || row.From <= query.Date)
        && (row.Until is null || query.Date < row.Until)
        && (row.AboveInputTokens ?? -1) < query.InputTokens;

    // Other partitions have other prices; the general one is that of the commercial regions.
    private static bool IsParticular(PriceRow row) => row.Geography is not null || row.Regions is not null;

    private static string? GeographyOf(ModelIdentifier asked, string? region)
    {
        if (asked is { Kind: ModelKind.InferenceProfile, FoundationModelId: not null })
        {
            return asked.Name[..asked.Name.IndexOf('.')];
        }

        return Partition.OfRegion(region) == "aws-us-gov" ? GovCloud : null;
    }
}
