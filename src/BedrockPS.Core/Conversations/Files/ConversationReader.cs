using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Http;

namespace BedrockPS.Conversations;

/// <summary>Reads the file of a conversation, also one whose writer died in the middle of a line.</summary>
internal sealed class ConversationReader
{
    private readonly string _path;
    private readonly byte[] _bytes;
    private readonly MediaFolder _media;
    private int _lines;

    private ConversationReader(string path, byte[] bytes)
    {
        _path = path;
        _bytes = bytes;
        _media = new MediaFolder(path);
    }

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="BedrockException">
    /// <c>ConversationNotFound</c>, <c>ConversationFailed</c> (it cannot be read) or <c>ConversationInvalid</c>.
    /// </exception>
    public static LoadedConversation Read(string path) => new ConversationReader(path, Open(path)).Read();

    /// <summary>Whether nothing but a conversation would be lost with a file: it is one, or holds nothing.</summary>
    public static bool IsReplaceable(string path)
    {
        ReadOnlySpan<byte> bytes = Open(path);
        int end = bytes.IndexOf((byte)'\n');
        return bytes.Trim(" \t\r\n"u8).IsEmpty || ConversationHeader.IsHeader(end < 0 ? bytes : bytes[..end]);
    }

    public static BedrockException Invalid(string path, int number, string reason) => new(
        ClientErrorCode.ConversationInvalid, $"'{path}', line {number} is broken. {reason}");

    /// <summary>Whether reading failed for what stands in a line.</summary>
    public static bool IsBroken(Exception e) => e is JsonException or FormatException or InvalidOperationException
        or ArgumentException or OverflowException or InvalidDataException or FileNotFoundException;

    private static byte[] Open(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BedrockException(
                ClientErrorCode.ConversationNotFound,
                $"There is no conversation '{path}'. Start-BRConversation -Path begins one.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BedrockException(
                ClientErrorCode.ConversationFailed, $"The conversation '{path}' cannot be read: {e.Message}", e);
        }
    }

    private LoadedConversation Read()
    {
        int start = _bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        Conversation? conversation = null;
        while (start < _bytes.Length)
        {
            int length = _bytes.AsSpan(start).IndexOf((byte)'\n');
            bool isWhole = length >= 0;
            int end = isWhole ? start + length : _bytes.Length;
            _lines++;
            if (!TryRead(_bytes.AsSpan(start, end - start), isWhole, ref conversation))
            {
                break;
            }

            start = isWhole ? end + 1 : end;
        }

        return conversation is null
            ? throw Invalid(_path, 1, "The file is empty: it has no header.")
            : new LoadedConversation(conversation, _bytes.Length, start) { IsLastLineOpen = _bytes[start - 1] != '\n' };
    }

    // A last line without its end, of which a part is missing, was being written when its writer died.
    private bool TryRead(ReadOnlySpan<byte> line, bool isWhole, ref Conversation? conversation)
    {
        if (conversation is null)
        {
            conversation = ConversationHeader.Read(line, _path);
            return true;
        }

        if (line.Trim(" \t\r"u8).IsEmpty)
        {
            return true;
        }

        if (!isWhole && !IsJson(line))
        {
            return false;
        }

        try
        {
            JsonNode? node = ConversationFormat.Parse(line);
            JsonObject change = node as JsonObject ?? throw new JsonException("It is no JSON object.");
            ConversationLine.Read(change, conversation, _media);
            return true;
        }
        catch (JsonException e) when (e.BytePositionInLine is { } position)
        {
            // Its message counts the lines of this line.
            throw Invalid(_path, _lines, $"Its JSON ends, or makes no sense, at byte {position + 1}.");
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw Invalid(_path, _lines, e.Message);
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> line)
    {
        try
        {
            return ConversationFormat.Parse(line) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
