namespace BedrockPS;

/// <summary>
/// The kinds of content block that have a type of their own; others arrive as <see cref="OtherBlock"/>.
/// </summary>
public static class ContentBlockKind
{
    /// <summary>Plain text.</summary>
    public const string Text = "text";

    /// <summary>The model asks for a tool to be run.</summary>
    public const string ToolUse = "toolUse";

    /// <summary>What a tool answered.</summary>
    public const string ToolResult = "toolResult";

    /// <summary>What the model thought before it answered.</summary>
    public const string Reasoning = "reasoningContent";

    /// <summary>The end of what is to be kept for the next call.</summary>
    public const string CachePoint = "cachePoint";

    /// <summary>Text with its sources.</summary>
    public const string Citations = "citationsContent";

    /// <summary>A picture.</summary>
    public const string Image = "image";

    /// <summary>A document.</summary>
    public const string Document = "document";

    /// <summary>A film.</summary>
    public const string Video = "video";

    /// <summary>A recording.</summary>
    public const string Audio = "audio";
}
