namespace BedrockPS.Tests;

/// <summary>A body that arrives in pieces of one size.</summary>
internal sealed class PieceStream(byte[] bytes, int pieceLength) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("A body has no length.");

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException("A body goes one way.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(Math.Min(pieceLength, buffer.Length), bytes.Length - _position);
        bytes.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Read(buffer.Span));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException("A body goes one way.");

    public override void SetLength(long value) => throw new NotSupportedException("A body is read only.");

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A body is read only.");
}
