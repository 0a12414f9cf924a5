using BedrockPS.Http;

namespace BedrockPS.Conversations;

/// <summary>Keeps the file of a conversation up to date: each change is a line at its end.</summary>
/// <remarks>
/// A line goes out in one write and is flushed to the disk, so that a crash costs the newest change at most. Between
/// changes the file is not held open; its length tells whether somebody else has written to it meanwhile.
/// </remarks>
internal sealed class ConversationLog
{
    private readonly MediaFolder _media;
    private readonly TimeProvider _time;
    private ConversationState _written;
    private long _length;
    private long _end;
    private bool _isLastLineOpen;

    public ConversationLog(string path, LoadedConversation loaded, TimeProvider? time = null)
    {
        Path = path;
        _time = time ?? TimeProvider.System;
        _media = new MediaFolder(path);
        _written = ConversationState.Of(loaded.Conversation);
        _length = loaded.Length;
        _end = loaded.End;
        _isLastLineOpen = loaded.IsLastLineOpen;
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>Writes what the file lacks of the conversation.</summary>
    /// <exception cref="BedrockException">
    /// <c>ConversationFailed</c>: it cannot be written. <c>ConversationChanged</c>: somebody else has written to it.
    /// </exception>
    public void Save(Conversation conversation)
    {
        ConversationState now = ConversationState.Of(conversation);
        try
        {
            if (ConversationLine.Write(_written, now, _time.GetUtcNow(), _media) is { } line)
            {
                Append(line);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new BedrockException(
                ClientErrorCode.ConversationFailed,
                $"The conversation's file '{Path}' cannot be written: {e.Message}",
                e);
        }

        _written = now;
    }

    private void Append(byte[] line)
    {
        using FileStream file = Open();
        if (file.Length != _length)
        {
            throw new BedrockException(
                ClientErrorCode.ConversationChanged,
                $"Somebody else has written to the conversation's file '{Path}'. Nothing was added to it: the new "
                + "turns are in this conversation alone.");
        }

        // What a writer that died left of a line goes only now that something takes its place.
        if (_end < file.Length)
        {
            file.SetLength(_end);
        }

        file.Seek(0, SeekOrigin.End);
        byte[] bytes = _isLastLineOpen ? [(byte)'\n', .. line, (byte)'\n'] : [.. line, (byte)'\n'];
        Append(file, bytes);
        _length = _end += bytes.Length;
        _isLastLineOpen = false;
    }

    // Of a line that finds no room nothing stays, or the next one would be joined to it.
    private void Append(FileStream file, byte[] bytes)
    {
        _length = file.Length;
        try
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            file.SetLength(_length);
            throw;
        }
    }

    // One writer at a time. On Windows others may read meanwhile; elsewhere nobody who reads asks for leave, and two
    // that share reading would both be let in to write.
    private FileStream Open() => new(
        Path,
        FileMode.Open,
        FileAccess.ReadWrite,
        OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None,
        bufferSize: 0);
}
