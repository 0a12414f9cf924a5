using System.Buffers;
using BedrockPS.EventStream;

namespace BedrockPS.Http;

/// <summary>Reads messages from a body, over one pooled buffer that grows only as bytes arrive.</summary>
internal sealed class EventStreamReader : IAsyncDisposable
{
    private const int InitialBuffer = 16 * 1024;

    private readonly Stream _body;
    private readonly TimeSpan _idleTimeout;
    private readonly CancellationTokenSource _idle;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialBuffer);
    private int _start;
    private int _end;

    public EventStreamReader(Stream body, TimeSpan idleTimeout, TimeProvider clock)
    {
        _body = body;
        _idleTimeout = idleTimeout;
        _idle = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
    }

    /// <summary>The next message; null where the body ended between two messages.</summary>
    /// <exception cref="EventStreamException">The bytes are not a frame.</exception>
    /// <exception cref="EndOfStreamException">The body ended within a frame.</exception>
    /// <exception cref="TimeoutException">No whole message arrived within the idle timeout.</exception>
    public async ValueTask<EventStreamMessage?> ReadAsync(CancellationToken token)
    {
        if (TryTake(out EventStreamMessage? message, out int needed))
        {
            return message;
        }

        // The clock runs from one whole message to the next: a trickle of bytes does not keep a stream alive.
        _idle.CancelAfter(_idleTimeout);
        while (!TryTake(out message, out needed))
        {
            MakeRoom(needed);
            if (await FillAsync(token).ConfigureAwait(false) == 0)
            {
                return _start == _end ? null : throw new EndOfStreamException(
                    $"It ended {_end - _start} bytes into a frame that needs {needed}.");
            }
        }

        _idle.CancelAfter(Timeout.InfiniteTimeSpan);
        return message;
    }

    public async ValueTask DisposeAsync()
    {
        _idle.Dispose();
        await _body.DisposeAsync().ConfigureAwait(false);
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private bool TryTake(out EventStreamMessage? message, out int length)
    {
        bool taken = EventStreamDecoder.TryRead(_buffer.AsSpan(_start, _end - _start), out message, out length);
        _start += taken ? length : 0;
        return taken;
    }

    private async ValueTask<int> FillAsync(CancellationToken token)
    {
        using CancellationTokenRegistration link =
            token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _idle);
        try
        {
            int count = await _body.ReadAsync(_buffer.AsMemory(_end), _idle.Token).ConfigureAwait(false);
            _end += count;
            return count;
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"The stream was silent for {_idleTimeout.TotalSeconds:0.###} seconds. "
                + "Raise -IdleTimeoutSec if the model needs longer.");
        }
        catch (OperationCanceledException)
        {
            throw new OperationCanceledException(token);
        }
    }

    // What a frame says of its length is believed only as far as bytes have come: the buffer doubles, no more.
    private void MakeRoom(int needed)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length && needed > _buffer.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Min(_buffer.Length * 2, Math.Max(needed, _end + 1)));
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
    }
}
