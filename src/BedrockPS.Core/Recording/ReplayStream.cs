namespace BedrockPS.Recording;

/// <summary>The frames of a recorded stream, at once or at the times at which they came.</summary>
internal sealed class ReplayStream(RecordedAnswer answer, TimeProvider clock, CallWatch? watch) : ForwardStream
{
    private int _next;
    private ReadOnlyMemory<byte> _rest;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_rest.IsEmpty && !await NextAsync(cancellationToken).ConfigureAwait(false))
        {
            return answer.IsCut
                ? throw new IOException("The stream was cut, or left, here when it was recorded.")
                : 0;
        }

        int count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    private async ValueTask<bool> NextAsync(CancellationToken token)
    {
        if (_next == answer.Frames!.Count)
        {
            return false;
        }

        RecordedFrame frame = answer.Frames[_next];
        int wait = watch is null ? 0 : frame.At - watch.Elapsed;
        if (wait > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(wait), clock, token).ConfigureAwait(false);
        }

        _rest = frame.Bytes;
        _next++;
        return true;
    }
}
