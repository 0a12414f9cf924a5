using System.Text;
using System.Text.Json;
using BedrockPS.Converse;
using BedrockPS.Http;
using BedrockPS.Json;
using Xunit.Abstractions;

namespace BedrockPS.Tests;

/// <summary>The guardrail traces of genuine traffic.</summary>
public class RecordedGuardrailTests(ITestOutputHelper output)
{
    private static readonly string[] Lists =
    [
        "topics", "filters", "customWords", "managedWordLists", "piiEntities", "regexes", "findings",
    ];

    [SharedFact("recordings")]
    public void WholeAnswersGiveEveryFinding() =>
        Check(Exchange.Read("converse.jsonl.gz"), ReadWhole, InAnswer, atLeast: 7);

    [SharedFact("recordings")]
    public void StreamsGiveEveryFinding() =>
        Check(Exchange.Read("converse-stream.jsonl.gz"), ReadStream, InStream, atLeast: 3);

    [SharedFact("recordings")]
    public async Task AStreamGivesTheSameObjectsAsTheWholeAnswer()
    {
        int compared = 0;
        IEnumerable<Exchange> answers = Exchange.Read("converse.jsonl.gz").Where(e => e.Status == 200);
        foreach (Exchange exchange in answers.Where(e => InAnswer(e) is not null))
        {
            string trace = $$"""{"guardrail":{{InAnswer(exchange)}}}""";
            byte[] metadata = Frames.Event(
                "metadata", $$"""{"trace":{{trace}},"usage":{"inputTokens":1,"outputTokens":1,"totalTokens":2} }""");
            await using RawServer server = new(
                "200 OK\r\nContent-Type: application/vnd.amazon.eventstream",
                Frames.Join(Frames.Start, Frames.Text("x"), Frames.BlockStop, Frames.Stop, metadata));
            (ConverseResponse streamed, _) = await Calls.StreamAsync(server.Uri);

            AssertSame(ReadWhole(exchange).GuardrailTrace!, streamed.GuardrailTrace!);
            compared++;
        }

        Assert.True(compared >= 7, $"{compared} compared");
    }

    private void Check(
        IEnumerable<Exchange> exchanges,
        Func<Exchange, ConverseResponse> read,
        Func<Exchange, JsonElement?> find,
        int atLeast)
    {
        int traced = 0;
        foreach (Exchange exchange in exchanges.Where(e => e.Status == 200))
        {
            GuardrailTrace? trace = read(exchange).GuardrailTrace;
            if (find(exchange) is not { } expected)
            {
                Assert.Null(trace);
                continue;
            }

            traced++;
            Assert.Equal(CountItems(expected), trace!.Findings.Count);
            JsonOf.AssertSame(expected.GetRawText(), JsonOf.Document(trace.Raw));
            Assert.All(trace.Findings, finding => Assert.NotNull(finding.Action));
            Assert.All(trace.Findings, finding => Assert.NotNull(finding.GuardrailId));
            Assert.Equal(expected.GetRawText().Contains("ANONYMIZED"), trace.Intervened);
            output.WriteLine($"{exchange.Key}\n{trace}");
        }

        Assert.True(traced >= atLeast, $"{traced} traced");
    }

    private static void AssertSame(GuardrailTrace whole, GuardrailTrace streamed)
    {
        Assert.Equal(JsonSerializer.Serialize(whole), JsonSerializer.Serialize(streamed));
        Assert.Equal(whole.ToString(), streamed.ToString());
    }

    private static ConverseResponse ReadWhole(Exchange exchange)
    {
        ConverseResult result = BedrockJson.Read(exchange.Body, BedrockJsonContext.Default.ConverseResult);
        return new ConverseResponse { Trace = result.Trace };
    }

    private static ConverseResponse ReadStream(Exchange exchange)
    {
        ConverseFold fold = new();
        using MemoryStream body = new(exchange.Body);
        EventStreamReader reader = new(body, TimeSpan.FromMinutes(1), TimeProvider.System);
        while (reader.ReadAsync(default).AsTask().GetAwaiter().GetResult() is { } message)
        {
            fold.Apply(ConverseEventReader.Read(message));
        }

        return fold.ToResponse();
    }

    private static JsonElement? InAnswer(Exchange exchange) =>
        JsonOf.Parse(Encoding.UTF8.GetString(exchange.Body)).TryGetProperty("trace", out JsonElement trace)
        && trace.TryGetProperty("guardrail", out JsonElement guardrail)
            ? guardrail
            : null;

    // Found by another road than ours: in the bytes, without looking at frames.
    private static JsonElement? InStream(Exchange exchange)
    {
        ReadOnlySpan<byte> name = "\"guardrail\":"u8;
        int start = exchange.Body.AsSpan().IndexOf(name);
        if (start < 0)
        {
            return null;
        }

        Utf8JsonReader reader = new(exchange.Body.AsSpan(start + name.Length), isFinalBlock: false, default);
        return JsonElement.ParseValue(ref reader);
    }

    private static int CountItems(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Sum(member =>
            Lists.Contains(member.Name) ? member.Value.GetArrayLength() : CountItems(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Sum(CountItems),
        _ => 0,
    };
}
