namespace BedrockPS.Recording;

/// <summary>What to record or to replay, and how.</summary>
public sealed record RecorderOptions
{
    /// <summary>The file's full path.</summary>
    public required string Path { get; init; }

    /// <summary>What becomes of calls.</summary>
    public RecordingMode Mode { get; init; }

    /// <summary>Members of a request's body that may differ, by name or by path.</summary>
    public IReadOnlyList<string> IgnoreMembers { get; init; } = [];

    /// <summary>What is taken out of texts beside keys, tokens and account ids.</summary>
    public IReadOnlyList<Func<string, string>> RedactionRules { get; init; } = [];

    /// <summary>Whether a rule runs only where the host lets it: see <see cref="IRecordingHost"/>.</summary>
    public bool RulesNeedHost { get; init; }

    /// <summary>Whether answers take the time to replay that they took when they were recorded.</summary>
    public bool IsRealtime { get; init; }
}
