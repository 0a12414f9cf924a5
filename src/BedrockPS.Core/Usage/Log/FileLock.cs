using BedrockPS.Http;

namespace BedrockPS.Usage;

/// <summary>A lock that processes share, held by whoever has a file open; it goes with the process.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, and waits for it where another holds it.</summary>
    /// <exception cref="BedrockException"><c>UsageLogFailed</c>: it cannot be had.</exception>
    public static FileLock Take(string path)
    {
        FileStream? file = null;
        Exception? failure = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            SpinWait.SpinUntil(() => (file = TryOpen(path, out failure)) is not null, Patience);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure = e;
        }

        return file is not null
            ? new FileLock(file)
            : throw new BedrockException(
                ClientErrorCode.UsageLogFailed,
                $"The usage log cannot be locked by '{path}': {failure?.Message}",
                failure);
    }

    public void Dispose() => _file.Dispose();

    private static FileStream? TryOpen(string path, out Exception? failure)
    {
        failure = null;
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            // Held by another, as a rule; a disk that is broken is told from it by the wait's end.
            failure = e;
            return null;
        }
    }
}
