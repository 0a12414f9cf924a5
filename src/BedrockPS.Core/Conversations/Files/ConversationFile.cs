using BedrockPS.Http;

namespace BedrockPS.Conversations;

/// <summary>Conversations in files: JSON lines that grow with the conversation.</summary>
public static class ConversationFile
{
    /// <summary>Begins a file for a conversation, which is appended to from now on.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="path">The full path.</param>
    /// <param name="isReplacing">Whether a conversation that is there may be replaced.</param>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: the file is there. <c>ConversationFailed</c>: it cannot be written.
    /// </exception>
    public static void Attach(Conversation conversation, string path, bool isReplacing)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        Write(conversation, path, isReplacing);
        LoadedConversation written = new(conversation, new FileInfo(path).Length, new FileInfo(path).Length);
        conversation.Log = new ConversationLog(path, written);
    }

    /// <summary>Loads a conversation.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="isAttached">Whether the file is to be appended to as the conversation goes on.</param>
    /// <param name="cutBytes">How many bytes of a last line were left out, because its writer died in it.</param>
    /// <exception cref="BedrockException">
    /// <c>ConversationNotFound</c>, <c>ConversationFailed</c> (it cannot be read) or <c>ConversationInvalid</c> (a
    /// line, which the message names, is broken, or a newer module has written it).
    /// </exception>
    public static Conversation Load(string path, bool isAttached, out long cutBytes)
    {
        LoadedConversation loaded = ConversationReader.Read(path);
        cutBytes = loaded.Length - loaded.End;
        if (isAttached)
        {
            loaded.Conversation.Log = new ConversationLog(path, loaded);
        }

        return loaded.Conversation;
    }

    /// <summary>Writes a conversation as it is to a file, whole or not at all.</summary>
    /// <param name="conversation">The conversation, whose own file stays as it was.</param>
    /// <param name="path">The full path.</param>
    /// <param name="isReplacing">Whether a conversation that is there may be replaced.</param>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: the file is there. <c>ConversationFailed</c>: it cannot be written.
    /// </exception>
    public static void Write(Conversation conversation, string path, bool isReplacing)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        if (isReplacing && File.Exists(path) && !ConversationReader.IsReplaceable(path))
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"'{path}' holds something other than a conversation, and is not replaced by one. Give another path, "
                + "or remove the file first.");
        }

        ExportedFile.Write(path, isReplacing, () => ConversationSnapshot.Write(conversation, new MediaFolder(path)));
    }
}
