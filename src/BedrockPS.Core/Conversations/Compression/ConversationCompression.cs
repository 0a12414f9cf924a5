namespace BedrockPS;

/// <summary>What became of a conversation that was made shorter: tokens by estimate, usage as counted.</summary>
public sealed class ConversationCompression
{
    /// <summary>The conversation.</summary>
    public Conversation? Conversation { get; set; }

    /// <summary>How many questions it had.</summary>
    public int TurnsBefore { get; set; }

    /// <summary>How many questions it has now.</summary>
    public int TurnsAfter { get; set; }

    /// <summary>The tokens that each question carried, by estimate.</summary>
    public long TokensBefore { get; set; }

    /// <summary>The tokens that each question carries now, by estimate.</summary>
    public long TokensAfter { get; set; }

    /// <summary>The tokens that each further question does not carry any more, by estimate.</summary>
    public long TokensSaved => TokensBefore - TokensAfter;

    /// <summary>What stands for the turns that went; null where they were dropped.</summary>
    public string? Summary { get; set; }

    /// <summary>The model that summarised; null where none was asked.</summary>
    public string? ModelId { get; set; }

    /// <summary>What the summary itself used, as the service counted; null where no model was asked.</summary>
    public TokenUsage? Usage { get; set; }

    /// <summary>Both counts, for a glance.</summary>
    public override string ToString() =>
        TurnsBefore == TurnsAfter && Summary is not null
            ? "the summary is no shorter than what it was to stand for, so all turns stay"
            : $"{TurnsBefore} turns became {TurnsAfter}, about {TokensBefore} tokens became {TokensAfter}";
}
