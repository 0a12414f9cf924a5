namespace BedrockPS.Tests;

/// <summary>A body of which one byte comes with each step of the clock.</summary>
internal sealed class TrickleStream(byte[] bytes, ManualClock clock, TimeSpan step) : MemoryStream(bytes)
{
    public int Reads { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Reads++;
        clock.Advance(step);
        cancellationToken.ThrowIfCancellationRequested();
        return base.ReadAsync(buffer[..1], cancellationToken);
    }
}
