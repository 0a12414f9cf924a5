using BedrockPS.Converse;
using BedrockPS.Http;

namespace BedrockPS.Tests;

/// <summary>The calls that most tests make.</summary>
internal static class Calls
{
    public const string Model = "amazon.nova-lite-v1:0";

    /// <summary>How long a test waits for what must happen; long enough for a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static readonly CallOptions Once = new() { MaxAttempts = 1 };

    public static BedrockConnection Connect(Uri endpoint, CallOptions? options = null) =>
        new(endpoint, SharedSockets.Handler, options ?? Once);

    public static ConverseRequest Question(string text = "hello") => new()
    {
        ModelId = Model,
        Messages = [new Message(MessageRole.User, text)],
    };

    public static async Task<ConverseResponse> ConverseAsync(Uri endpoint, CallOptions? options = null)
    {
        using BedrockConnection connection = Connect(endpoint, options);
        return await connection.ConverseAsync(Question()).WaitAsync(Patience);
    }

    public static async Task<BedrockException> FailAsync(Uri endpoint, CallOptions? options = null) =>
        await Assert.ThrowsAsync<BedrockException>(() => ConverseAsync(endpoint, options));

    /// <summary>The response of a whole stream, and its events.</summary>
    public static async Task<(ConverseResponse Response, IReadOnlyList<ConverseEvent> Events)> StreamAsync(
        Uri endpoint, CallOptions? options = null)
    {
        using BedrockConnection connection = Connect(endpoint, options);
        await using ConverseStream stream = await connection.ConverseStreamAsync(Question()).WaitAsync(Patience);
        List<ConverseEvent> events = [];
        await foreach (ConverseEvent e in stream.ReadAsync())
        {
            events.Add(e);
        }

        return (stream.ToResponse(), events);
    }

    public static async Task<BedrockException> FailStreamAsync(Uri endpoint, CallOptions? options = null) =>
        await Assert.ThrowsAsync<BedrockException>(() => StreamAsync(endpoint, options).WaitAsync(Patience));

    public static string PartialText(BedrockException failure) =>
        Assert.IsType<ConverseResponse>(failure.PartialResponse).Text;
}
