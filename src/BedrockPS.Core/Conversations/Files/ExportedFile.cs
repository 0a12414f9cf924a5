using BedrockPS.Http;
using BedrockPS.Storage;

namespace BedrockPS.Conversations;

/// <summary>Files that a conversation is written to whole.</summary>
internal static class ExportedFile
{
    /// <summary>Writes a file, or leaves what is there as it was.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="isReplacing">Whether a file that is there may be replaced.</param>
    /// <param name="render">Makes the content, and writes the media that belong to it.</param>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: the file is there. <c>ConversationFailed</c>: it cannot be written.
    /// </exception>
    public static void Write(string path, bool isReplacing, Func<byte[]> render)
    {
        if (!isReplacing && File.Exists(path))
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"'{path}' is there already. Import-BRConversation goes on with a conversation that was saved; -Force "
                + "replaces it.");
        }

        try
        {
            WholeFile.Write(path, render(), isReplacing, isDurable: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new BedrockException(
                ClientErrorCode.ConversationFailed, $"'{path}' cannot be written: {e.Message}", e);
        }
    }
}
