using BedrockPS.Http;

namespace BedrockPS.Recording;

/// <summary>
/// The file that calls are written to. Where another is there already, it is replaced in the end, and only by calls.
/// </summary>
internal sealed class RecordingTarget
{
    private readonly object _gate = new();
    private readonly string _path;
    private readonly bool _isNew;
    private RecordingWriter? _writer;
    private bool _isClosed;

    private RecordingTarget(string path, bool isNew, RecordingWriter? writer)
    {
        _path = path;
        _isNew = isNew;
        _writer = writer;
    }

    /// <summary>How many calls were written.</summary>
    public int Count { get; private set; }

    public static RecordingTarget Open(string path, RecordingMode mode)
    {
        string? folder = Path.GetDirectoryName(path);
        if (Directory.Exists(path) || !Directory.Exists(folder))
        {
            throw new BedrockException(
                ClientErrorCode.RecordingNotFound,
                Directory.Exists(path)
                    ? $"'{path}' is a folder. Give the path of a file in it."
                    : $"There is no folder '{folder}' for the recording. Make it first.");
        }

        if (mode != RecordingMode.Record)
        {
            return new RecordingTarget(path, isNew: false, null);
        }

        bool isThere = File.Exists(path);
        if (isThere)
        {
            // Through a link, its target is what is recorded to; else the link itself would be replaced.
            path = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        }

        if (isThere && !RecordingFile.IsReplaceable(path))
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"'{path}' holds something other than a recording, and is not replaced by one. Give another path, or "
                + "remove the file first.");
        }

        // Made at once: see Prepare.
        string target = isThere ? $"{path}.{Path.GetRandomFileName()}.partial" : path;
        return new RecordingTarget(path, isNew: true, RecordingWriter.Create(target));
    }

    /// <summary>Has the file ready before a call: one whose answer cannot be written is paid for in vain.</summary>
    /// <exception cref="BedrockException"><c>RecordingFailed</c>: it cannot be written to.</exception>
    public void Prepare()
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                _writer ??= RecordingWriter.Append(_path);
            }
        }
    }

    public void Write(RecordedExchange exchange)
    {
        lock (_gate)
        {
            if (_writer is { } writer && !_isClosed)
            {
                writer.Write(exchange);
                Count++;
            }
        }
    }

    /// <summary>Releases the file, and puts it where it is to be.</summary>
    /// <returns>Where the calls are that do not replace the earlier file; null where nothing was left aside.</returns>
    public string? Close(bool isSuccess)
    {
        lock (_gate)
        {
            if (_isClosed || _writer is not { } writer)
            {
                _isClosed = true;
                return null;
            }

            _isClosed = true;
            bool isEmpty = writer.IsEmpty;
            writer.Dispose();
            return _isNew || isEmpty ? Settle(writer.Path, isSuccess) : null;
        }
    }

    private string? Settle(string written, bool isSuccess)
    {
        if (Count == 0)
        {
            File.Delete(written);
        }
        else if (written != _path && isSuccess)
        {
            return Move(written);
        }

        return Count == 0 || isSuccess || written == _path ? null : written;
    }

    private string? Move(string written)
    {
        try
        {
            File.Move(written, _path, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BedrockException(
                ClientErrorCode.RecordingFailed,
                $"'{_path}' cannot be replaced: {e.Message} What was recorded is in '{written}'.",
                e);
        }
    }
}
