using System.Net.Sockets;

namespace BedrockPS.Local.Http;

/// <summary>The bytes of a connection as they come, and the news that none will come any more.</summary>
/// <remarks>
/// A receive is pending all the time, also while an answer is made: it is the only way to learn at once that the
/// client has gone. What it brings meanwhile belongs to the next request, which finds it in the buffer.
/// </remarks>
internal sealed class ConnectionReader(Socket socket, Action onClosed)
{
    private readonly object _gate = new();
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;
    private bool _watching;
    private Task<bool>? _pending;

    /// <summary>What has arrived and was not consumed.</summary>
    public ReadOnlySpan<byte> Buffered
    {
        get
        {
            lock (_gate)
            {
                return _buffer.AsSpan(_start, _end - _start);
            }
        }
    }

    public void Consume(int count) => _start += count;

    /// <summary>Keeps receiving until <see cref="StopWatching"/>, so that a close is noticed.</summary>
    public void StartWatching()
    {
        lock (_gate)
        {
            _watching = true;
            if (_pending is null or { IsCompleted: true })
            {
                _pending = BeginReceive();
            }
        }
    }

    public void StopWatching()
    {
        lock (_gate)
        {
            _watching = false;
        }
    }

    /// <summary>Waits for more bytes; false when the client has closed.</summary>
    public async ValueTask<bool> FillAsync()
    {
        Task<bool> pending;
        lock (_gate)
        {
            pending = _pending ??= BeginReceive();
        }

        bool more = await pending.ConfigureAwait(false);
        _pending = null;
        return more;
    }

    /// <summary>Reads body bytes, past the buffer where that is possible: a body may be 60 MB.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> destination)
    {
        if (Buffered.IsEmpty && _pending is null)
        {
            return await socket.ReceiveAsync(destination).ConfigureAwait(false);
        }

        if (Buffered.IsEmpty && !await FillAsync().ConfigureAwait(false))
        {
            return 0;
        }

        int count = Math.Min(Buffered.Length, destination.Length);
        Buffered[..count].CopyTo(destination.Span);
        Consume(count);
        return count;
    }

    private Task<bool> BeginReceive()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        return ReceiveAsync();
    }

    private async Task<bool> ReceiveAsync()
    {
        int count;
        do
        {
            count = await TryReceiveAsync(_buffer.AsMemory(_end)).ConfigureAwait(false);
        }
        while (TakeIn(count));

        if (count == 0)
        {
            onClosed();
        }

        return count > 0;
    }

    private bool TakeIn(int count)
    {
        lock (_gate)
        {
            _end += count;
            return count > 0 && _watching && _end < _buffer.Length;
        }
    }

    private async ValueTask<int> TryReceiveAsync(Memory<byte> room)
    {
        try
        {
            return await socket.ReceiveAsync(room).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }
}
