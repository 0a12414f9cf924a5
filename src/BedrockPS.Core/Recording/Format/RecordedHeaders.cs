namespace BedrockPS.Recording;

/// <summary>The headers of an answer that a recording keeps: those that say something of the answer itself.</summary>
public static class RecordedHeaders
{
    /// <summary>The header that tells what the body is.</summary>
    public const string ContentType = "content-type";

    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        ContentType, "retry-after", "x-amzn-errortype", "x-amzn-requestid",
    };

    /// <summary>Whether a recording keeps the header.</summary>
    /// <param name="name">The header's name, in any case.</param>
    public static bool Keeps(string name) =>
        Kept.Contains(name) || name.StartsWith("x-amzn-bedrock-", StringComparison.OrdinalIgnoreCase);
}
