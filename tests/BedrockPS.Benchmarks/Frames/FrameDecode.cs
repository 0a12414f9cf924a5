using BedrockPS.Benchmarks.Harness;
using BedrockPS.EventStream;
using static BedrockPS.Benchmarks.Harness.Text;
using SdkDecoder = Amazon.Runtime.EventStreams.Internal.EventStreamDecoder;

namespace BedrockPS.Benchmarks.Frames;

/// <summary>Frames to messages with headers and payload: our decoder against the SDK's, over the same bytes.</summary>
internal sealed class FrameDecode : IBenchmark
{
    private const double Target = 8;

    private readonly DeltaFrames _frames = new(20_000);

    public string Name => "frames";

    public bool NeedsPwsh => false;

    public IEnumerable<Row> Run()
    {
        (Samples ours, Samples theirs) = Interleaved.Measure(DecodeOurs, DecodeTheirs, rounds: 31, warmUps: 15);
        double ratio = theirs.Median / ours.Median;
        yield return new Row(
            $"Frame decode, {_frames.Bytes.Length / _frames.Count} bytes a frame",
            PerFrame(ours),
            PerFrame(theirs),
            Of($"{ratio:0.0} times (best to best {theirs.Minimum / ours.Minimum:0.0})"),
            $">= {Target} times",
            ratio >= Target);
    }

    private string PerFrame(Samples samples) =>
        Of($"{samples.Median * 1e6 / _frames.Count:0} ns");

    private void DecodeOurs()
    {
        ReadOnlySpan<byte> rest = _frames.Bytes;
        int count = 0;
        while (EventStreamDecoder.TryRead(rest, out EventStreamMessage? message, out int length))
        {
            rest = rest[length..];
            count += message!.Headers.Count == 3 && message.Payload.Length > 0 ? 1 : 0;
        }

        RequireAll(count);
    }

    private void DecodeTheirs()
    {
        int count = 0;
        using SdkDecoder decoder = new();
        decoder.MessageReceived += (_, e) =>
            count += e.Message.Headers.Count == 3 && e.Message.Payload.Length > 0 ? 1 : 0;
        decoder.ProcessData(_frames.Bytes, 0, _frames.Bytes.Length);
        RequireAll(count);
    }

    private void RequireAll(int count)
    {
        if (count != _frames.Count)
        {
            throw new InvalidOperationException($"{count} frames were decoded, not {_frames.Count}.");
        }
    }
}
