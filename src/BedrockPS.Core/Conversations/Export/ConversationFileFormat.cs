namespace BedrockPS;

/// <summary>What a conversation can be exported as.</summary>
public enum ConversationFileFormat
{
    /// <summary>JSON lines, which Import-BRConversation reads.</summary>
    Jsonl,

    /// <summary>Markdown, for a wiki or a ticket.</summary>
    Markdown,

    /// <summary>A page of its own, for a browser.</summary>
    Html,
}
