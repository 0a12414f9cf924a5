namespace BedrockPS.Recording;

/// <summary>A stream that is read from start to end, and nothing else.</summary>
internal abstract class ForwardStream : Stream
{
    private const string OneWay = "A body goes one way.";

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException(OneWay);

    public override long Position
    {
        get => throw new NotSupportedException(OneWay);
        set => throw new NotSupportedException(OneWay);
    }

    public abstract override ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException(OneWay);

    public override void SetLength(long value) => throw new NotSupportedException(OneWay);

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException(OneWay);
}
