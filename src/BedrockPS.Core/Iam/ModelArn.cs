using BedrockPS.Catalog;

namespace BedrockPS.Iam;

/// <summary>The ARNs of what belongs to AWS, which an id and a region make.</summary>
public static class ModelArn
{
    /// <summary>The ARN of a foundation model.</summary>
    /// <param name="modelId">The model's id.</param>
    /// <param name="region">The region; null, where it is not known, stands for any.</param>
    public static string OfFoundationModel(string modelId, string? region) =>
        $"arn:{Partition.OfRegion(region)}:bedrock:{region ?? "*"}::{ModelKind.FoundationModel}/{modelId}";

    /// <summary>The ARN of an inference profile that AWS made, as an account sees it.</summary>
    /// <param name="profileId">The profile's id.</param>
    /// <param name="region">The region that is called; null, where it is not known, stands for any.</param>
    /// <param name="account">The account; null, where it is not known, stands for any.</param>
    public static string OfProfile(string profileId, string? region, string? account) =>
        $"arn:{Partition.OfRegion(region)}:bedrock:{region ?? "*"}:{account ?? "*"}:"
        + $"{ModelKind.InferenceProfile}/{profileId}";
}
