using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using BedrockPS.EventStream;
using BedrockPS.Http;
using BedrockPS.Json;

namespace BedrockPS.Invoke;

/// <summary>A streamed native answer: its chunks as they arrive, and the response that they add up to.</summary>
public sealed class InvokeModelStream : IAsyncDisposable
{
    private const string ChunkEvent = "chunk";

    private readonly EventStreamResponse _source;
    private readonly string _modelId;
    private readonly bool _keepChunks;
    private readonly StringBuilder _text = new();
    private readonly List<object?> _chunks = [];
    private IDictionary? _metrics;
    private string? _stopReason;
    private double? _timeToFirstTokenMs;

    internal InvokeModelStream(EventStreamResponse source, string modelId, bool keepChunks)
    {
        _source = source;
        _modelId = modelId;
        _keepChunks = keepChunks;
    }

    /// <summary>The response so far: partial while chunks arrive, whole when they have ended.</summary>
    public InvokeModelResponse ToResponse() => new()
    {
        Text = _text.ToString(),
        Chunks = [.. _chunks],
        StopReason = _stopReason,
        Usage = _metrics is null ? null : NativeUsage.FromMetrics(_metrics),
        LatencyMs = _metrics?["invocationLatency"] as long?,
        TimeToFirstTokenMs = _timeToFirstTokenMs,
        ModelId = _modelId,
        RequestId = _source.RequestId,
        Attempts = _source.Attempts,
        ContentType = ResponseFacts.Header(_source.Head, "X-Amzn-Bedrock-Content-Type"),
    };

    /// <summary>The chunks in their order, each as soon as its last byte has arrived; they can be read once.</summary>
    /// <exception cref="BedrockException">
    /// The stream broke, was silent too long or carried an exception; <see cref="BedrockException.PartialResponse"/>
    /// holds what had arrived.
    /// </exception>
    public async IAsyncEnumerable<InvokeModelChunk> ReadAsync(
        [EnumeratorCancellation] CancellationToken token = default)
    {
        while (true)
        {
            InvokeModelChunk? next = await NextAsync(token).ConfigureAwait(false);
            if (next is null)
            {
                yield break;
            }

            yield return next;
        }
    }

    /// <summary>Closes the connection, whether the answer was read to its end or not.</summary>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async ValueTask<InvokeModelChunk?> NextAsync(CancellationToken token)
    {
        try
        {
            EventStreamMessage? message = await _source.NextAsync(token).ConfigureAwait(false);
            if (message is null)
            {
                return null;
            }

            InvokeModelChunk chunk = ReadChunk(message);
            Fold(chunk);
            return chunk;
        }
        catch (BedrockException failure)
        {
            _source.Describe(failure);
            failure.ModelId = _modelId;
            failure.PartialResponse = ToResponse();
            throw;
        }
    }

    private static InvokeModelChunk ReadChunk(EventStreamMessage message)
    {
        byte[] raw = message.EventType is null or ChunkEvent ? ReadBytes(message.Payload) : message.Payload.ToArray();
        object? body = InvokeOperations.TryDecode(raw);
        return new InvokeModelChunk
        {
            Body = body,
            Text = NativeText.Text(body),
            RawBody = raw,
            EventType = message.EventType ?? ChunkEvent,
        };
    }

    private static byte[] ReadBytes(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return BedrockJson.Read(payload.Span, BedrockJsonContext.Default.InvokeChunkPayload).Bytes
                ?? payload.ToArray();
        }
        catch (JsonException e)
        {
            throw new BedrockException(
                ClientErrorCode.UnexpectedResponse, $"The payload of a chunk is broken: {e.Message}", e);
        }
    }

    private void Fold(InvokeModelChunk chunk)
    {
        if (_timeToFirstTokenMs is null && chunk.Text.Length > 0)
        {
            _timeToFirstTokenMs = Math.Round(_source.Elapsed.TotalMilliseconds, 1);
        }

        _stopReason = NativeText.StopReason(chunk.Body) ?? _stopReason;
        _metrics = NativeUsage.MetricsIn(chunk.Body) ?? _metrics;
        if (_keepChunks)
        {
            _text.Append(chunk.Text);
            _chunks.Add(chunk.Body);
        }
    }
}
