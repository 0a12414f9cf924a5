using BedrockPS.Conversations;

namespace BedrockPS.Chat;

/// <summary>What a chat needs of the cmdlet that it runs in.</summary>
internal interface IChatServices
{
    /// <summary>Sends a message, and shows the answer.</summary>
    void Send(string text);

    /// <summary>Makes the conversation shorter, and says by how much.</summary>
    void Compress(CompressionPlan plan);

    /// <summary>A path as the session means it.</summary>
    string FullPath(string path);

    /// <summary>Makes pages of what models write.</summary>
    IMarkup Markup();
}
