namespace BedrockPS.Caching;

/// <summary>The parts of a request that can be kept for the next call.</summary>
public static class CacheSection
{
    /// <summary>The tools' declarations.</summary>
    public const string Tools = "Tools";

    /// <summary>The system prompt.</summary>
    public const string System = "System";

    /// <summary>The turns so far.</summary>
    public const string History = "History";

    /// <summary>The sections, in the order in which the service reads them.</summary>
    public static IReadOnlyList<string> All { get; } = [Tools, System, History];
}
