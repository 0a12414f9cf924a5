using System.Text;
using BedrockPS.EventStream;

namespace BedrockPS.Recording;

/// <summary>A frame opened for redaction: the texts of its payload, by place.</summary>
internal sealed class FrameText
{
    private static readonly string[] BlockMembers = [".contentBlockIndex", ".index"];

    private readonly RecordedFrame _frame;
    private readonly EventStreamMessage? _message;
    private readonly ChunkJson? _chunk;
    private readonly byte[] _json;
    private readonly Dictionary<string, SplitText.Piece> _pieces = new(StringComparer.Ordinal);

    private FrameText(RecordedFrame frame, EventStreamMessage? message, ChunkJson? chunk, byte[] json)
    {
        _frame = frame;
        _message = message;
        _chunk = chunk;
        _json = json;
    }

    /// <summary>What the texts belong to: the event's type and the block that it is about.</summary>
    public string Topic { get; private set; } = string.Empty;

    /// <summary>The texts, which may be replaced.</summary>
    public IReadOnlyDictionary<string, SplitText.Piece> Pieces => _pieces;

    /// <summary>Opens a frame, without what is secret within it alone.</summary>
    public static FrameText Open(RecordedFrame frame, Redactor redactor)
    {
        EventStreamMessage? message = FrameBytes.TryDecode(frame.Bytes.Span);
        if (message is null || !BodyJson.IsJson(message.Payload.Span))
        {
            return new FrameText(RedactRemains(frame, message, redactor), null, null, []);
        }

        ChunkJson? chunk = ChunkJson.Unwrap(message.Payload.Span);
        byte[] json = redactor.Redact(chunk?.Json ?? message.Payload).ToArray();
        FrameText text = new(frame, message, chunk, json);
        text.Read();
        return text;
    }

    /// <summary>The frame with what has become of its texts; the very bytes where nothing has changed.</summary>
    public RecordedFrame Close()
    {
        if (_message is null)
        {
            return _frame;
        }

        byte[] json = JsonTexts.Map(_json, (place, text) => Changed(place) ?? text);
        byte[] payload = _chunk is null ? json : ChunkJson.Wrap(json, _chunk.Padding);
        return payload.AsSpan().SequenceEqual(_message.Payload.Span)
            ? _frame
            : _frame with { Bytes = EventStreamEncoder.Encode(_message with { Payload = payload }) };
    }

    private string? Changed(JsonPlace place) =>
        place.IsText && _pieces[place.Path] is { IsChanged: true } piece ? piece.Text : null;

    private void Read()
    {
        string block = string.Empty;
        JsonTexts.Map(_json, (place, text) =>
        {
            if (place.IsText)
            {
                _pieces[place.Path] = new SplitText.Piece(text);
            }
            else if (BlockMembers.Contains(place.Path))
            {
                block = text;
            }

            return text;
        });
        Topic = $"{_message!.EventType}#{block}";
    }

    // No JSON, or what is left of a damaged frame: bytes, some of which may be letters.
    private static RecordedFrame RedactRemains(RecordedFrame frame, EventStreamMessage? message, Redactor redactor)
    {
        if (message is not null)
        {
            ReadOnlyMemory<byte> payload = redactor.Redact(message.Payload);
            return payload.Span.SequenceEqual(message.Payload.Span)
                ? frame
                : frame with { Bytes = EventStreamEncoder.Encode(message with { Payload = payload }) };
        }

        string letters = Encoding.Latin1.GetString(frame.Bytes.Span);
        string plain = redactor.Redact(letters, null);
        return plain == letters ? frame : frame with { Bytes = Encoding.Latin1.GetBytes(plain) };
    }
}
