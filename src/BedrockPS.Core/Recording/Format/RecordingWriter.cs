using BedrockPS.Http;

namespace BedrockPS.Recording;

/// <summary>Appends exchanges to a file, each in one piece, so that a crash leaves whole lines.</summary>
public sealed class RecordingWriter : IDisposable
{
    private readonly FileStream _file;

    private RecordingWriter(FileStream file) => _file = file;

    /// <summary>The file's full path.</summary>
    public string Path => _file.Name;

    /// <summary>Whether nothing is in the file, not even a header.</summary>
    public bool IsEmpty => _file.Length == 0;

    /// <summary>Makes a new file; it has nothing in it until the first exchange.</summary>
    /// <param name="path">The full path; nothing may be there.</param>
    /// <exception cref="BedrockException"><c>RecordingFailed</c>: it cannot be made.</exception>
    public static RecordingWriter Create(string path) => Open(path, FileMode.CreateNew);

    /// <summary>Goes on with a file, or makes it.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="BedrockException"><c>RecordingFailed</c>: it cannot be written to.</exception>
    public static RecordingWriter Append(string path) => Open(path, FileMode.OpenOrCreate);

    /// <summary>Writes a line, and the header before the first.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <exception cref="BedrockException"><c>RecordingFailed</c>: the disk is full, or gone.</exception>
    public void Write(RecordedExchange exchange)
    {
        byte[] line = [.. ExchangeJson.Write(exchange), (byte)'\n'];
        Try(Path, () => Append([.. Before(), .. line]));
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static RecordingWriter Open(string path, FileMode mode) => Try(path, () =>
    {
        // No buffer: a line goes out in one write. Nobody else may write, or lines would run into each other.
        FileStream file = new(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        file.Seek(0, SeekOrigin.End);
        return new RecordingWriter(file);
    });

    // Of a line that finds no room nothing stays, or the file could not be read again.
    private bool Append(byte[] line)
    {
        long length = _file.Length;
        try
        {
            _file.Write(line);
            _file.Flush();
            return true;
        }
        catch (IOException)
        {
            _file.SetLength(length);
            throw;
        }
    }

    // Whoever edited the file may have left its last line without an end.
    private byte[] Before()
    {
        if (_file.Length == 0)
        {
            return [.. RecordingFormat.Header(), (byte)'\n'];
        }

        _file.Seek(-1, SeekOrigin.End);
        return _file.ReadByte() == '\n' ? [] : [(byte)'\n'];
    }

    private static T Try<T>(string path, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new BedrockException(
                ClientErrorCode.RecordingFailed, $"The recording '{path}' cannot be written: {e.Message}", e);
        }
    }
}
