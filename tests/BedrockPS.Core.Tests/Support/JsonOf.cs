using System.Text;
using System.Text.Json;
using BedrockPS.Converse;
using BedrockPS.Json;

namespace BedrockPS.Tests;

/// <summary>JSON texts, in and out.</summary>
internal static class JsonOf
{
    public static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    public static string Document(object? value) => Encoding.UTF8.GetString(BedrockJson.WriteDocument(value));

    public static object? Read(string json) => DocumentReader.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>The message as the next request carries it.</summary>
    public static string Sent(Message message)
    {
        ConverseRequest request = new() { Messages = [message] };
        return Request(request).GetProperty("messages")[0].GetRawText();
    }

    public static JsonElement Request(ConverseRequest request) =>
        Parse(Encoding.UTF8.GetString(BedrockJson.Write(request, BedrockJsonContext.Default.ConverseRequest)));

    /// <summary>The message as an answer brings it.</summary>
    public static Message Received(string message)
    {
        byte[] answer = Encoding.UTF8.GetBytes($$"""{"output":{"message":{{message}}},"stopReason":"end_turn"}""");
        return BedrockJson.Read(answer, BedrockJsonContext.Default.ConverseResult).Output!.Message!;
    }

    public static void AssertSame(string expected, string actual) =>
        Assert.True(JsonEquality.Same(Parse(expected), Parse(actual)), $"{expected}\nis not\n{actual}");
}
