using BedrockPS.Benchmarks.Harness;
using BedrockPS.Converse;
using BedrockPS.Http;
using static BedrockPS.Benchmarks.Harness.Text;

namespace BedrockPS.Benchmarks.Calls;

/// <summary>The throughput of 200 streams at once to that of one: client and local endpoint in one process.</summary>
internal sealed class ConcurrentStreams : IBenchmark
{
    private const int Streams = 200;
    private const int Pieces = 200;

    private readonly ConverseRequest _request = new()
    {
        ModelId = "amazon.nova-micro-v1:0",
        Messages = [new Message(MessageRole.User, "Explain the solar system")],
    };

    public string Name => "streams";

    public bool NeedsPwsh => false;

    public IEnumerable<Row> Run()
    {
        using LocalEndpoint endpoint = LocalEndpoint.Start();
        string[] pieces = [.. Enumerable.Range(0, Pieces).Select(i => $"piece {i} ")];
        endpoint.Enqueue(new LocalReply { Pieces = pieces, Repeat = true });
        string expected = string.Concat(pieces);
        using BedrockConnection connection = new(endpoint.Uri, SharedSockets.Handler);

        // One after the other, as many as at once: the same work on both sides.
        (Samples together, Samples single) = Interleaved.Measure(
            () => Task.WhenAll(Enumerable.Range(0, Streams).Select(_ => ReadAsync(connection, expected))).Wait(),
            () => ReadInTurnAsync(connection, expected).Wait(),
            rounds: 7,
            warmUps: 2);
        yield return new Row(
            $"{Streams} streams at once, each complete, to one at a time",
            PerSecond(together),
            PerSecond(single),
            Of($"{single.Median / together.Median:0.00}"));
    }

    private static string PerSecond(Samples samples) =>
        Of($"{Streams * Pieces / samples.Median:0} events/ms");

    private async Task ReadInTurnAsync(BedrockConnection connection, string expected)
    {
        for (int i = 0; i < Streams; i++)
        {
            await ReadAsync(connection, expected);
        }
    }

    private async Task ReadAsync(BedrockConnection connection, string expected)
    {
        await using ConverseStream stream = await connection.ConverseStreamAsync(_request);
        await foreach (ConverseEvent _ in stream.ReadAsync())
        {
        }

        ConverseResponse response = stream.ToResponse();
        if (response.Text != expected || response.StopReason != StopReason.EndTurn || response.Usage is null)
        {
            throw new InvalidOperationException("A stream is not complete.");
        }
    }
}
