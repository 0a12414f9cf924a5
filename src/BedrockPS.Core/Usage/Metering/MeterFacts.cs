namespace BedrockPS.Usage;

/// <summary>What a session knows of the calls of one command.</summary>
public sealed record MeterFacts
{
    /// <summary>The region that is called; null where it is not known.</summary>
    public string? Region { get; init; }

    /// <summary>The profile of the shared AWS configuration, where one was named.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The log that calls are written to, by its full path; null for none.</summary>
    public string? UsageLog { get; init; }
}
