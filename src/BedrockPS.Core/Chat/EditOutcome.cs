namespace BedrockPS.Chat;

/// <summary>What a key did to the line that is being edited.</summary>
public enum EditOutcome
{
    /// <summary>It is still being edited.</summary>
    Editing,

    /// <summary>It is to be sent.</summary>
    Sent,

    /// <summary>Ctrl+C was pressed, and what was written is given up.</summary>
    Interrupted,

    /// <summary>Ctrl+D was pressed where nothing was written.</summary>
    Left,
}
