using System.Buffers.Binary;
using BedrockPS.EventStream;
using BedrockPS.Local.Http;
using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Streams;

/// <summary>Sends events as frames, each on its own, and damages the one that a script names.</summary>
internal sealed class EventSink(ResponseWriter response, LocalRequest request, int? corruptFrame)
{
    private const int PreludeLength = 12;

    private int _frames;

    public ValueTask SendAsync(StreamEvent e) => SendFrameAsync(EventStreamEncoder.EncodeEvent(e.Type, e.Json));

    public ValueTask SendAsync(StreamBrokenException e) =>
        SendFrameAsync(EventStreamEncoder.EncodeException(e.Code, FaultResponse.Body(e.Message)));

    private async ValueTask SendFrameAsync(byte[] frame)
    {
        if (_frames++ == corruptFrame)
        {
            int headersLength = BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(4));
            frame[PreludeLength + headersLength] ^= 0x01;
        }

        await response.WriteAsync(frame).ConfigureAwait(false);
        request.CountEvent();
    }
}
