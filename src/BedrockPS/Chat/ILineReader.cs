namespace BedrockPS.Chat;

/// <summary>Reads messages from whoever is at the host.</summary>
internal interface ILineReader
{
    /// <summary>Reads a message, which may have several lines.</summary>
    LineRead Read(string prompt);
}
