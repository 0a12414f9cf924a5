using System.Buffers;

namespace BedrockPS.Recording;

/// <summary>Gathers an answer's body as it is read, with the times at which it came.</summary>
internal sealed class Capture(HttpResponseMessage response, CallWatch watch, Action<RecordedAnswer?> settle)
{
    private readonly RecordedAnswer _head = AnswerHead.Read(response) with { HeadAt = watch.Elapsed };
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly List<(int End, int At)> _arrivals = [];
    private int _isEnded;
    private int _arrival;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        _arrivals.Add((_bytes.WrittenCount, watch.Elapsed));
    }

    /// <summary>Takes the end of the body; the first one stands.</summary>
    public void End(bool isCut)
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 0)
        {
            settle(ToAnswer(_bytes.WrittenSpan.ToArray(), isCut));
        }
    }

    // Of a stream that was cut what had come is worth keeping; half a body is no answer.
    private RecordedAnswer? ToAnswer(byte[] bytes, bool isCut)
    {
        bool isStream = AnswerHead.IsStream(_head) ?? FrameBytes.FirstLength(bytes) > 0;
        if (isCut && (!isStream || bytes.Length == 0))
        {
            return null;
        }

        return isStream
            ? _head with { Frames = FrameBytes.Split(bytes, TimeOf), IsCut = isCut }
            : _head with { Body = bytes };
    }

    // Asked for one position after the other.
    private int TimeOf(int position)
    {
        while (_arrivals[_arrival].End < position)
        {
            _arrival++;
        }

        return _arrivals[_arrival].At;
    }
}
