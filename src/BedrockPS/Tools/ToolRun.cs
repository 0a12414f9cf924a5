namespace BedrockPS.Tools;

/// <summary>What a run of a tool came to.</summary>
internal sealed record ToolRun
{
    /// <summary>What it wrote to the pipeline.</summary>
    public IReadOnlyList<object?> Output { get; init; } = [];

    /// <summary>Whether it had more to write than is kept.</summary>
    public bool IsCut { get; init; }

    /// <summary>Its errors, in words.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>Its warnings, for the user.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How long it ran.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether it was stopped because it took too long.</summary>
    public bool TimedOut { get; init; }

    /// <summary>Whether it ended by an error, and not by itself.</summary>
    public bool Failed { get; init; }
}
