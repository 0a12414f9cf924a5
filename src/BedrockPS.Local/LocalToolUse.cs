namespace BedrockPS;

/// <summary>A tool that a scripted answer wants used.</summary>
public sealed class LocalToolUse
{
    /// <summary>The tool's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The input for it, as JSON.</summary>
    public string InputJson { get; set; } = "{}";

    /// <summary>The id by which its result refers to it; made from the name and the input when null.</summary>
    public string? ToolUseId { get; set; }
}
