namespace BedrockPS;

/// <summary>One run of a tool that a model asked for, or why it was not run.</summary>
public sealed class ToolCall
{
    /// <summary>The tool, by the name that the model used.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>What became of it, in the words of <see cref="ToolCallStatus"/>.</summary>
    public string Status { get; set; } = ToolCallStatus.Success;

    /// <summary>The arguments that the model gave.</summary>
    public object? Input { get; set; }

    /// <summary>What the tool wrote to the pipeline, as it wrote it; empty where it did not run.</summary>
    public object?[] Output { get; set; } = [];

    /// <summary>What the model was told.</summary>
    public string ResultText { get; set; } = string.Empty;

    /// <summary>What went wrong, or why the tool was not run; null where all is well.</summary>
    public string? Error { get; set; }

    /// <summary>How long it ran.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>The model's id of the call.</summary>
    public string ToolUseId { get; set; } = string.Empty;

    /// <summary>The tool and what became of it.</summary>
    public override string ToString() => $"{Name}: {Status}";
}
