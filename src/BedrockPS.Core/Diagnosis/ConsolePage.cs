using BedrockPS.Catalog;

namespace BedrockPS.Diagnosis;

/// <summary>The page of the AWS console where an account gets a model.</summary>
internal static class ConsolePage
{
    /// <summary>The page in words, with its address where the partition's console has a public one.</summary>
    public static string OfModels(string? region)
    {
        string? host = Partition.OfRegion(region) switch
        {
            "aws" => "console.aws.amazon.com",
            "aws-us-gov" => "console.amazonaws-us-gov.com",
            _ => null,
        };
        string query = region is null ? string.Empty : $"?region={region}";
        return host is null
            ? "the console's page Bedrock > Model catalog"
            : $"the console's model catalog (https://{host}/bedrock/home{query}#/model-catalog)";
    }
}
