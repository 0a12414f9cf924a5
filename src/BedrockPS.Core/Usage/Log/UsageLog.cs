using BedrockPS.Http;

namespace BedrockPS.Usage;

/// <summary>A log of calls without their content, which many processes may write at once.</summary>
/// <remarks>
/// A line is written whole, by one write, under a lock that all processes share. A line that a process left half
/// written, because it was killed, ends there and costs no other.
/// </remarks>
internal sealed class UsageLog(string path)
{
    private const byte NewLine = (byte)'\n';
    private const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;

    public UsageLogPath Files { get; } = new(path);

    public FileLock Lock() => FileLock.Take(Files.Lock);

    /// <exception cref="BedrockException"><c>UsageLogFailed</c>: the line cannot be written.</exception>
    public void Append(UsageEntry entry)
    {
        using FileLock held = Lock();
        AppendLocked(entry);
    }

    /// <summary>Appends while the lock is held.</summary>
    public void AppendLocked(UsageEntry entry)
    {
        string file = Files.OfMonth(entry.Time);
        try
        {
            using FileStream log = new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, Shared, bufferSize: 0);
            log.Write(UsageLogLine.Write(entry, isAfterTornLine: EndsTorn(log)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BedrockException(
                ClientErrorCode.UsageLogFailed, $"The usage log '{file}' cannot be written: {e.Message}", e);
        }
    }

    // Leaves the file at its end.
    private static bool EndsTorn(FileStream log)
    {
        if (log.Length == 0)
        {
            return false;
        }

        log.Seek(-1, SeekOrigin.End);
        return log.ReadByte() != NewLine;
    }
}
