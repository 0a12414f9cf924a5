using BedrockPS.Converse;
using BedrockPS.Http;
using BedrockPS.Recording;

namespace BedrockPS.Tests.Recording;

/// <summary>Records and replays over real sockets.</summary>
internal static class Tape
{
    public const string StreamHead =
        "200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\nx-amzn-RequestId: r-2";

    public static readonly byte[] Story = Frames.Message(Frames.Text("Hello "), Frames.Text("world"));

    public static Recorder Start(TemporaryFile file, RecordingMode mode, params Func<string, string>[] rules) =>
        Recorder.Start(new RecorderOptions { Path = file.Path, Mode = mode, RedactionRules = rules });

    /// <summary>A connection to an endpoint that need not be there where all is replayed.</summary>
    public static BedrockConnection Connect(
        Recorder recorder, Uri? endpoint = null, CallOptions? options = null, InlineHost? host = null) =>
        recorder.Connect(
            () => Calls.Connect(endpoint ?? throw new InvalidOperationException("Nothing is to be sent.")),
            options ?? Calls.Once,
            host ?? new InlineHost());

    public static async Task<ConverseResponse> AskAsync(BedrockConnection connection, string text = "hello") =>
        await connection.ConverseAsync(Calls.Question(text)).WaitAsync(Calls.Patience);

    public static async Task<BedrockException> FailAsync(BedrockConnection connection, string text = "hello") =>
        await Assert.ThrowsAsync<BedrockException>(() => AskAsync(connection, text));

    /// <summary>Reads a stream to its end.</summary>
    public static async Task<ConverseResponse> ReadAsync(BedrockConnection connection, string text = "hello")
    {
        await using ConverseStream stream = await connection.ConverseStreamAsync(Calls.Question(text));
        await foreach (ConverseEvent _ in stream.ReadAsync())
        {
        }

        return stream.ToResponse();
    }

    /// <summary>Records calls to a server that gives one answer to all.</summary>
    public static async Task RecordAsync(
        TemporaryFile file,
        string head,
        byte[] body,
        Func<BedrockConnection, Task> calls,
        params Func<string, string>[] rules)
    {
        await using RawServer server = new(head, body);
        using Recorder recorder = Start(file, RecordingMode.Record, rules);
        using BedrockConnection connection = Connect(recorder, server.Uri);
        await calls(connection);
        recorder.Stop(isSuccess: true);
    }
}
