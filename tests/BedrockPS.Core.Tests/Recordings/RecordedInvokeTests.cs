using System.Text.Json;
using BedrockPS.Catalog;
using BedrockPS.Http;
using BedrockPS.Invoke;
using BedrockPS.Usage;
using Xunit.Abstractions;

namespace BedrockPS.Tests;

/// <summary>Genuine native traffic, against what an independent parser made of it.</summary>
public class RecordedInvokeTests(ITestOutputHelper output)
{
    [SharedFact("recordings")]
    public async Task WholeAnswersAndErrorsDecodeAsExpected()
    {
        RecordingTable table = new();
        foreach (Exchange exchange in Exchange.Read("invoke-model.jsonl.gz"))
        {
            await using RawServer server = RecordedServer.Serve(exchange);
            using BedrockConnection connection = Calls.Connect(server.Uri);
            object outcome = await RecordedServer.OutcomeAsync(() => connection.InvokeModelAsync(Request(exchange)));
            table.Add(exchange, outcome, CompareWhole);
        }

        table.Write(output);
        Assert.Empty(table.Disagreements);
        Assert.True(table.Agreed >= 250, $"{table.Agreed} agreed");
    }

    [SharedFact("recordings")]
    public async Task StreamsOverASocketDecodeAsExpected()
    {
        RecordingTable table = new();
        foreach (Exchange exchange in Exchange.Read("invoke-model-stream.jsonl.gz"))
        {
            await using RawServer server = RecordedServer.Serve(exchange);
            using BedrockConnection connection = Calls.Connect(server.Uri);
            List<InvokeModelChunk> chunks = [];
            object outcome = await RecordedServer.OutcomeAsync(() => StreamAsync(connection, exchange, chunks));
            table.Add(exchange, outcome, (e, result) => CompareStream(e, chunks, result));
        }

        table.Write(output);
        Assert.Empty(table.Disagreements);
        Assert.True(table.Agreed >= 90, $"{table.Agreed} agreed");
    }

    [SharedFact("recordings")]
    public async Task StreamsInPiecesOfOneByteDecodeAsExpected()
    {
        RecordingTable table = new();
        foreach (Exchange exchange in Exchange.Read("invoke-model-stream.jsonl.gz").Where(e => e.Status == 200))
        {
            StreamContent content = new(new PieceStream(exchange.Body, 1));
            using HttpResponseMessage response = new() { Content = content };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/vnd.amazon.eventstream");
            EventStreamResponse source = await EventStreamResponse.OpenAsync(response, Calls.Once, 0, default);
            List<InvokeModelChunk> chunks = [];
            object outcome = await RecordedServer.OutcomeAsync(
                () => ReadAsync(
                    new InvokeModelStream(
                        source, new ModelRoute(exchange.Model, exchange.Model), keepChunks: true, Tally.None),
                    chunks));
            table.Add(exchange, outcome, (e, result) => CompareStream(e, chunks, result));
        }

        table.Write(output);
        Assert.Empty(table.Disagreements);
        Assert.True(table.Agreed >= 75, $"{table.Agreed} agreed");
    }

    private static async Task<InvokeModelResponse> StreamAsync(
        BedrockConnection connection, Exchange exchange, List<InvokeModelChunk> chunks) =>
        await ReadAsync(await connection.InvokeModelStreamAsync(Request(exchange)), chunks);

    private static async Task<InvokeModelResponse> ReadAsync(InvokeModelStream stream, List<InvokeModelChunk> chunks)
    {
        await using (stream)
        {
            await foreach (InvokeModelChunk chunk in stream.ReadAsync())
            {
                chunks.Add(chunk);
            }

            return stream.ToResponse();
        }
    }

    private static IEnumerable<string> CompareWhole(Exchange exchange, object outcome)
    {
        if (exchange.Expected.TryGetProperty("error", out JsonElement error))
        {
            return RecordingComparison.Errors(exchange, error, outcome as BedrockException);
        }

        return outcome is InvokeModelResponse response
            ? NativeComparison.Answer(exchange, response)
            : [$"failed: {outcome}"];
    }

    private static IEnumerable<string> CompareStream(Exchange exchange, List<InvokeModelChunk> chunks, object outcome)
    {
        if (exchange.Expected.TryGetProperty("error", out JsonElement error))
        {
            return RecordingComparison.Errors(exchange, error, outcome as BedrockException);
        }

        IEnumerable<string> differences = NativeComparison.Chunks(exchange, chunks);
        return exchange.Expected.TryGetProperty("streamError", out JsonElement broken)
            ? differences.Concat(NativeComparison.StreamError(broken, outcome as BedrockException, chunks))
            : differences.Concat(outcome is InvokeModelResponse response
                ? NativeComparison.Folded(chunks, response)
                : [$"failed: {outcome}"]);
    }

    private static InvokeModelRequest Request(Exchange exchange) => new()
    {
        ModelId = exchange.Model.Length > 0 ? exchange.Model : "unknown",
        Body = "{}"u8.ToArray(),
    };
}
