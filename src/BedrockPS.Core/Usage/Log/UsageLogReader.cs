using System.Text.Json;
using BedrockPS.Http;

namespace BedrockPS.Usage;

/// <summary>Reads usage logs, as fast as the disk gives them; lines that are broken are counted and left out.</summary>
public sealed class UsageLogReader
{
    private const int BufferLength = 1 << 20;

    private readonly Utf8Pool _pool = new();
    private byte[] _buffer = new byte[BufferLength];

    /// <summary>Only calls that were over at this time or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only calls that were over before this time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How many lines were broken.</summary>
    public int BrokenLines { get; private set; }

    /// <summary>Whether the time of a call is within.</summary>
    public bool Includes(UsageEntry entry) => !(entry?.Time < Since) && !(entry?.Time >= Until);

    /// <summary>The files of a log: a month's own, or all months of the log that the path names.</summary>
    /// <exception cref="BedrockException"><c>UsageLogFailed</c>: there are none.</exception>
    public IReadOnlyList<string> FilesOf(string path)
    {
        string[] files = File.Exists(path) ? [path] : [.. new UsageLogPath(path).Months(Since)];
        return files.Length > 0 || new UsageLogPath(path).Months(null).Any()
            ? files
            : throw new BedrockException(
                ClientErrorCode.UsageLogFailed,
                $"There is no usage log at '{path}': neither that file nor one of a month beside it.");
    }

    /// <summary>Reads the calls of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="take">Given each call.</param>
    /// <param name="token">Ends the reading.</param>
    public void Read(string file, Action<UsageEntry> take, CancellationToken token = default)
    {
        try
        {
            using FileStream log = new(
                file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            Read(log, take, token);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BedrockException(
                ClientErrorCode.UsageLogFailed, $"The usage log '{file}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads from where the stream stands.</summary>
    /// <returns>How many bytes were whole lines.</returns>
    internal long Read(Stream log, Action<UsageEntry> take, CancellationToken token)
    {
        long consumed = 0;
        int filled = 0;
        while (log.Read(_buffer, filled, _buffer.Length - filled) is int count && count > 0)
        {
            token.ThrowIfCancellationRequested();
            filled += count;
            int used = TakeLines(_buffer.AsSpan(0, filled), take);
            _buffer.AsSpan(used, filled - used).CopyTo(_buffer);
            consumed += used;
            filled -= used;
            if (filled == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }
        }

        // Being written at this moment, or left torn: it is no line yet.
        BrokenLines += filled > 0 ? 1 : 0;
        return consumed;
    }

    private int TakeLines(ReadOnlySpan<byte> bytes, Action<UsageEntry> take)
    {
        int used = 0;
        while (bytes[used..].IndexOf((byte)'\n') is int length && length >= 0)
        {
            TakeLine(bytes.Slice(used, length), take);
            used += length + 1;
        }

        return used;
    }

    private void TakeLine(ReadOnlySpan<byte> line, Action<UsageEntry> take)
    {
        if (line.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        try
        {
            if (UsageLineReader.Read(line, _pool, Since, Until) is { } entry)
            {
                take(entry);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            BrokenLines++;
        }
    }
}
