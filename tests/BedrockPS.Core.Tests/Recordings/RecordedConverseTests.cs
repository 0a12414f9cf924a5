using System.Text;
using System.Text.Json;
using BedrockPS.Converse;
using BedrockPS.Http;
using BedrockPS.Json;
using Xunit.Abstractions;

namespace BedrockPS.Tests;

/// <summary>Genuine traffic, against what an independent parser made of it.</summary>
public class RecordedConverseTests(ITestOutputHelper output)
{
    // The other parser leaves cited text out of a whole answer's text, though it counts it in a streamed one. Here
    // both have it: a script that asks with a document wants the answer, not an empty string.
    private const string CitedText = "text: cited text is part of the answer's text here";

    [SharedFact("recordings")]
    public async Task WholeAnswersAndErrorsDecodeAsExpected()
    {
        RecordingTable table = new();
        foreach (Exchange exchange in Exchange.Read("converse.jsonl.gz"))
        {
            await using RawServer server = RecordedServer.Serve(exchange);
            using BedrockConnection connection = Calls.Connect(server.Uri);
            object outcome = await RecordedServer.OutcomeAsync(() => connection.ConverseAsync(Request(exchange)));
            table.Add(exchange, outcome, Compare);
        }

        table.Write(output);
        Assert.All(table.Disagreements, difference => Assert.EndsWith(CitedText, difference, StringComparison.Ordinal));
        Assert.True(table.Agreed > 700, $"{table.Agreed} agreed");
    }

    [SharedFact("recordings")]
    public async Task StreamsOverASocketDecodeAsExpected()
    {
        RecordingTable table = new();
        foreach (Exchange exchange in Exchange.Read("converse-stream.jsonl.gz"))
        {
            await using RawServer server = RecordedServer.Serve(exchange);
            using BedrockConnection connection = Calls.Connect(server.Uri);
            table.Add(exchange, await RecordedServer.OutcomeAsync(() => StreamAsync(connection, exchange)), Compare);
        }

        table.Write(output);
        Assert.Empty(table.Disagreements);
        Assert.True(table.Agreed >= 70, $"{table.Agreed} agreed");
    }

    [SharedFact("recordings")]
    public async Task StreamsInPiecesOfOneByteDecodeAsExpected()
    {
        RecordingTable table = new();
        foreach (Exchange exchange in Exchange.Read("converse-stream.jsonl.gz").Where(e => e.Status == 200))
        {
            table.Add(exchange, await RecordedServer.OutcomeAsync(() => FoldAsync(exchange.Body, 1)), Compare);
        }

        table.Write(output);
        Assert.Empty(table.Disagreements);
        Assert.True(table.Agreed >= 70, $"{table.Agreed} agreed");
    }

    [SharedFact("recordings")]
    public void EveryRecordedRequestGoesOutAsItWasGiven()
    {
        int compared = 0;
        foreach (Exchange exchange in Exchange.Read("converse.jsonl.gz"))
        {
            // A few recorders cut their requests off, or kept them in another form.
            string sent = exchange.Line.GetProperty("request").GetString()!;
            if (TryParse(sent) is not { } original)
            {
                continue;
            }

            ConverseRequest request = BedrockJson.Read(
                Encoding.UTF8.GetBytes(sent), BedrockJsonContext.Default.ConverseRequest);
            using JsonDocument written = JsonDocument.Parse(
                BedrockJson.Write(request, BedrockJsonContext.Default.ConverseRequest));
            Assert.True(JsonEquality.Same(original, written.RootElement), exchange.Key);
            compared++;
        }

        Assert.True(compared > 700, $"{compared} compared");
    }

    private static JsonElement? TryParse(string json)
    {
        try
        {
            return JsonDocument.Parse(json).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<ConverseResponse> StreamAsync(BedrockConnection connection, Exchange exchange)
    {
        await using ConverseStream stream = await connection.ConverseStreamAsync(Request(exchange));
        await foreach (ConverseEvent e in stream.ReadAsync())
        {
            Assert.IsNotType<UnknownEvent>(e);
        }

        return stream.ToResponse();
    }

    private static async Task<ConverseResponse> FoldAsync(byte[] body, int pieceLength)
    {
        ConverseFold fold = new();
        await using EventStreamReader reader = new(
            new PieceStream(body, pieceLength), TimeSpan.FromMinutes(1), TimeProvider.System);
        while (await reader.ReadAsync(default) is { } message)
        {
            fold.Apply(ConverseEventReader.Read(message));
        }

        return fold.ToResponse();
    }

    private static IEnumerable<string> Compare(Exchange exchange, object outcome)
    {
        if (exchange.Expected.TryGetProperty("error", out JsonElement error))
        {
            return RecordingComparison.Errors(exchange, error, outcome as BedrockException);
        }

        return outcome is ConverseResponse response
            ? RecordingComparison.Answers(exchange, response, CitedText)
            : [$"failed: {outcome}"];
    }

    private static ConverseRequest Request(Exchange exchange) => new()
    {
        ModelId = exchange.Model.Length > 0 ? exchange.Model : "unknown",
        Messages = [new Message(MessageRole.User, "recorded")],
    };
}
