using System.Text;
using System.Text.Json.Nodes;
using BedrockPS.Local.Native;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Streams;

/// <summary>The chunk events of InvokeModelWithResponseStream around a family's own.</summary>
internal sealed class NativeStreamForm(
    INativeStreamFamily family, NativeAnswer answer, LocalReply? reply, Func<long> latency) : IStreamForm
{
    private int _number;

    public IEnumerable<StreamEvent> Open() => family.Open(answer).Select(Chunk);

    public StreamEvent Delta(string piece) => Chunk(family.Delta(answer, piece));

    public IEnumerable<StreamEvent> Close()
    {
        JsonObject[] chunks = [.. family.Close(answer)];
        foreach (JsonObject chunk in chunks[..^1])
        {
            yield return Chunk(chunk);
        }

        if (reply?.EventType is not null)
        {
            yield return new StreamEvent(reply.EventType, Encoding.UTF8.GetBytes(reply.EventJson ?? "{}"));
        }

        chunks[^1]["amazon-bedrock-invocationMetrics"] = Metrics();
        yield return Chunk(chunks[^1]);
    }

    private StreamEvent Chunk(JsonObject chunk)
    {
        JsonObject payload = new()
        {
            ["bytes"] = Convert.ToBase64String(JsonText.Bytes(chunk)),
            ["p"] = Padding.For(_number++),
        };
        return new StreamEvent("chunk", JsonText.Bytes(payload));
    }

    private JsonObject Metrics() => new()
    {
        ["inputTokenCount"] = answer.Answer.InputTokens,
        ["outputTokenCount"] = answer.Answer.OutputTokens,
        ["invocationLatency"] = latency(),
        ["firstByteLatency"] = 1,
    };
}
