namespace BedrockPS.Catalog;

/// <summary>The parts of AWS that share nothing, which ARNs name.</summary>
public static class Partition
{
    private static readonly (string Prefix, string Partition)[] Prefixes =
    [
        ("cn-", "aws-cn"),
        ("us-gov-", "aws-us-gov"),
        ("us-iso-", "aws-iso"),
        ("us-isob-", "aws-iso-b"),
        ("eu-isoe-", "aws-iso-e"),
        ("us-isof-", "aws-iso-f"),
        ("eusc-", "aws-eusc"),
    ];

    /// <summary>The partition of a region, by the region's name; <c>aws</c> for any other.</summary>
    public static string OfRegion(string? region) =>
        Array.Find(Prefixes, pair => region?.StartsWith(pair.Prefix, StringComparison.Ordinal) == true).Partition
        ?? "aws";
}
