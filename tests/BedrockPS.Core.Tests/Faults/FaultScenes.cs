using System.Globalization;
using System.Text;

namespace BedrockPS.Tests;

/// <summary>What a server does with a connection, for each fault that docs/errors.md names.</summary>
internal static class FaultScenes
{
    private const string StreamHead =
        "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\nTransfer-Encoding: chunked\r\n\r\n";

    private const string AnswerStart = "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"output\"";

    private const string Answer =
        """{"output":{"message":{"role":"assistant","content":[{"text":"hi"}]}},"stopReason":"end_turn"}""";

    public static IReadOnlyDictionary<string, Func<Wire, Task>> All { get; } = new Dictionary<string, Func<Wire, Task>>
    {
        ["answer: The connection is reset before the head"] = wire => Do(wire.Reset),
        ["stream: The connection is closed before the head"] = wire => Do(wire.Close),
        ["answer: The connection is reset in the body"] = wire => ThenAsync(wire, AnswerStart, wire.Reset),
        ["stream: The connection is reset in the body"] = wire => ThenAsync(wire, Events(), wire.Reset),
        ["stream: The body ends in a frame"] = wire => wire.WriteAsync([.. Events(cut: 30), .. "0\r\n\r\n"u8]),
        ["answer: The port does not speak HTTP"] = wire => wire.WriteAsync("SSH-2.0-OpenSSH_9.6\r\n"),
        ["answer: 307 to another host"] = wire => wire.WriteAsync(
            RawServer.Response("307 Moved\r\nLocation: http://other.example/", "")),
        ["answer: 500 with HTML"] = wire => wire.WriteAsync(
            RawServer.Response("500 X\r\nContent-Type: text/html", "<h1>Bad luck</h1>")),
        ["answer: 429 without Retry-After"] = wire => wire.WriteAsync(SlowDown("X: y")),
        ["answer: 429 with Retry-After in seconds"] = wire => wire.WriteAsync(SlowDown("Retry-After: 7")),
        ["answer: 429 with Retry-After as a date"] = wire => wire.WriteAsync(SlowDown(
            "Date: Fri, 02 Jan 2026 00:00:00 GMT\r\nRetry-After: Fri, 02 Jan 2026 00:00:07 GMT")),
        ["answer: 429 with a Retry-After beyond the call's limit"] = wire => wire.WriteAsync(
            SlowDown("Retry-After: 86400")),
        ["answer: Silence before the head"] = wire => wire.SilenceAsync(),
        ["stream: Silence before the head"] = wire => wire.SilenceAsync(),
        ["answer: Silence in the body"] = wire => ThenSilenceAsync(wire, Encoding.UTF8.GetBytes(AnswerStart)),
        ["stream: Silence between two events"] = wire => ThenSilenceAsync(wire, Events()),
        ["stream: Silence in a frame"] = wire => ThenSilenceAsync(wire, Events(cut: 30)),
    };

    /// <summary>Answers, keeps the connection, and closes it when the next request has come.</summary>
    public static async Task CloseAtNextAsync(Wire wire)
    {
        await wire.ReadRequestAsync();
        await AnswerAsync(wire);
        if (wire.Number == 1)
        {
            await wire.ReadRequestAsync();
        }
    }

    /// <summary>Answers as if to keep the connection, and closes it.</summary>
    public static async Task CloseAfterAsync(Wire wire)
    {
        await wire.ReadRequestAsync();
        await AnswerAsync(wire);
        wire.Close();
    }

    private static Task AnswerAsync(Wire wire) =>
        wire.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Length: {Answer.Length}\r\n\r\n{Answer}");

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private static Task ThenAsync(Wire wire, string start, Action action) =>
        ThenAsync(wire, Encoding.UTF8.GetBytes(start), action);

    private static async Task ThenAsync(Wire wire, byte[] start, Action action)
    {
        await wire.WriteAsync(start);
        action();
    }

    private static async Task ThenSilenceAsync(Wire wire, byte[] start)
    {
        await wire.WriteAsync(start);
        await wire.SilenceAsync();
    }

    private static byte[] SlowDown(string header) =>
        RawServer.Response($"429 Slow\r\n{header}", """{"message":"slow down"}""");

    // A head, two events in one chunk, and as much of a third as is asked for.
    private static byte[] Events(int cut = 0)
    {
        byte[] body = [.. Frames.Start, .. Frames.Text("one "), .. Frames.Text("two ")[..cut]];
        string length = body.Length.ToString("x", CultureInfo.InvariantCulture);
        return [.. Encoding.ASCII.GetBytes($"{StreamHead}{length}\r\n"), .. body, .. "\r\n"u8];
    }
}
