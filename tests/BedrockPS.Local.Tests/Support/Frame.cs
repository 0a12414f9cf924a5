using System.Text.Json;
using BedrockPS.EventStream;

namespace BedrockPS.Local.Tests.Support;

/// <summary>A decoded frame with its payload as JSON.</summary>
public sealed record Frame(EventStreamMessage Message, JsonElement Json)
{
    public string Name => Message.EventType ?? Message.ExceptionType!;

    /// <summary>What a native chunk carries.</summary>
    public JsonElement Chunk => JsonDocument.Parse(Json.GetProperty("bytes").GetBytesFromBase64()).RootElement;

    public string? TextDelta => Json.TryGetProperty("delta", out JsonElement delta)
        && delta.TryGetProperty("text", out JsonElement text) ? text.GetString() : null;

    public static List<Frame> ReadAll(ReadOnlySpan<byte> bytes)
    {
        List<Frame> frames = [];
        while (EventStreamDecoder.TryRead(bytes, out EventStreamMessage? message, out int length))
        {
            frames.Add(new Frame(message!, JsonDocument.Parse(message!.Payload).RootElement));
            bytes = bytes[length..];
        }

        Assert.True(bytes.IsEmpty, "Half a frame is left over.");
        return frames;
    }

    public static string TextOf(IEnumerable<Frame> frames) => string.Concat(frames.Select(frame => frame.TextDelta));
}
