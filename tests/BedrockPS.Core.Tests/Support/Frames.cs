using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BedrockPS.EventStream;

namespace BedrockPS.Tests;

/// <summary>Frames of ConverseStream, made as the service makes them.</summary>
internal static class Frames
{
    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly byte[] Start = Event("messageStart", """{"role":"assistant","p":"abc"}""");

    public static readonly byte[] BlockStop = Event("contentBlockStop", """{"contentBlockIndex":0,"p":"ab"}""");

    public static readonly byte[] Stop = Event("messageStop", """{"stopReason":"end_turn","p":"abcd"}""");

    public static readonly byte[] Metadata = Event(
        "metadata",
        """{"metrics":{"latencyMs":7},"usage":{"inputTokens":3,"outputTokens":4,"totalTokens":7},"p":"a"}""");

    public static byte[] Event(string type, string json) =>
        EventStreamEncoder.EncodeEvent(type, Encoding.UTF8.GetBytes(json));

    public static byte[] Exception(string type, string json) =>
        EventStreamEncoder.EncodeException(type, Encoding.UTF8.GetBytes(json));

    /// <summary>A piece of a block; <paramref name="delta"/> is the union, such as <c>{"text":"hi"}</c>.</summary>
    public static byte[] Delta(string delta, int block = 0) =>
        Event("contentBlockDelta", $$"""{"contentBlockIndex":{{block}},"delta":{{delta}},"p":"abcde"}""");

    public static byte[] Begin(string start, int block = 0) =>
        Event("contentBlockStart", $$"""{"contentBlockIndex":{{block}},"start":{{start}},"p":"abcde"}""");

    public static byte[] Text(string text) => Delta($$"""{"text":{{Quote(text)}}}""");

    /// <summary>The text as JSON, characters beyond ASCII as they are.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text, Relaxed);

    /// <summary>A whole stream around the frames of its content.</summary>
    public static byte[] Message(params byte[][] content) => Join([Start, .. content, BlockStop, Stop, Metadata]);

    public static byte[] Join(params byte[][] frames) => [.. frames.SelectMany(frame => frame)];
}
