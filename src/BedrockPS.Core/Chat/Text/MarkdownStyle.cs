namespace BedrockPS.Chat.Text;

/// <summary>How a stretch of Markdown looks.</summary>
[Flags]
internal enum MarkdownStyle
{
    /// <summary>As text does.</summary>
    None = 0,

    /// <summary>Strong.</summary>
    Bold = 1,

    /// <summary>Emphasised.</summary>
    Italic = 2,

    /// <summary>Code, within a line or in lines of its own.</summary>
    Code = 4,

    /// <summary>A sign that only marks.</summary>
    Faint = 8,
}
