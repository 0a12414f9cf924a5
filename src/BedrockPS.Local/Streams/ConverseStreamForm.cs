using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Operations;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Streams;

/// <summary>The events of ConverseStream, in the service's order and with its quirks.</summary>
internal sealed class ConverseStreamForm(Answer answer, LocalReply? reply, Func<long> latency) : IStreamForm
{
    private readonly ArrayBufferWriter<byte> _buffer = new(256);
    private int _number;
    private int _block;

    public IEnumerable<StreamEvent> Open()
    {
        yield return Event("messageStart", new JsonObject { ["role"] = "assistant" });
        if (answer.Reasoning is null)
        {
            yield break;
        }

        foreach (string piece in WordSplitter.Split(answer.Reasoning))
        {
            yield return BlockDelta("reasoningContent", new JsonObject { ["text"] = piece });
        }

        string signature = ConverseAnswer.ReasoningSignature(answer.Reasoning);
        yield return BlockDelta("reasoningContent", new JsonObject { ["signature"] = signature });
        yield return BlockStop();
    }

    // Text is most of a stream, so its events are written without a tree in between.
    public StreamEvent Delta(string piece)
    {
        _buffer.ResetWrittenCount();
        using Utf8JsonWriter writer = new(_buffer, JsonText.WriterOptions);
        writer.WriteStartObject();
        writer.WriteNumber("contentBlockIndex"u8, _block);
        writer.WriteStartObject("delta"u8);
        writer.WriteString("text"u8, piece);
        writer.WriteEndObject();
        writer.WriteString("p"u8, Padding.For(_number++));
        writer.WriteEndObject();
        writer.Flush();
        return new StreamEvent("contentBlockDelta", _buffer.WrittenMemory);
    }

    public IEnumerable<StreamEvent> Close()
    {
        if (answer.HasText)
        {
            yield return BlockStop();
        }

        foreach (StreamEvent e in answer.Tools.SelectMany(ToolEvents))
        {
            yield return e;
        }

        if (reply?.EventType is not null)
        {
            yield return new StreamEvent(reply.EventType, Encoding.UTF8.GetBytes(reply.EventJson ?? "{}"));
        }

        yield return Event("messageStop", new JsonObject { ["stopReason"] = answer.StopReason });
        yield return Event("metadata", new JsonObject
        {
            ["metrics"] = new JsonObject { ["latencyMs"] = latency() },
            ["usage"] = ConverseAnswer.Usage(answer),
        });
    }

    private IEnumerable<StreamEvent> ToolEvents(ScriptedToolCall tool)
    {
        JsonObject start = new() { ["name"] = tool.Name, ["toolUseId"] = tool.Id };
        yield return BlockEvent("contentBlockStart", "start", new JsonObject { ["toolUse"] = start });
        foreach (string piece in tool.InputPieces())
        {
            yield return BlockDelta("toolUse", new JsonObject { ["input"] = piece });
        }

        yield return BlockStop();
    }

    private StreamEvent BlockDelta(string kind, JsonObject content) =>
        BlockEvent("contentBlockDelta", "delta", new JsonObject { [kind] = content });

    private StreamEvent BlockEvent(string type, string member, JsonObject content) =>
        Event(type, new JsonObject { ["contentBlockIndex"] = _block, [member] = content });

    private StreamEvent BlockStop() =>
        Event("contentBlockStop", new JsonObject { ["contentBlockIndex"] = _block++ });

    private StreamEvent Event(string type, JsonObject payload)
    {
        payload["p"] = Padding.For(_number++);
        return new StreamEvent(type, JsonText.Bytes(payload));
    }
}
