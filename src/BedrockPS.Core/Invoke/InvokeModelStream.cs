using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using BedrockPS.Catalog;
using BedrockPS.EventStream;
using BedrockPS.Http;
using BedrockPS.Json;
using BedrockPS.Usage;

namespace BedrockPS.Invoke;

/// <summary>A streamed native answer: its chunks as they arrive, and the response that they add up to.</summary>
public sealed class InvokeModelStream : IAsyncDisposable
{
    private const string ChunkEvent = "chunk";

    private readonly EventStreamResponse _source;
    private readonly ModelRoute _route;
    private readonly bool _keepChunks;
    private readonly Tally _tally;
    private readonly StringBuilder _text = new();
    private readonly List<object?> _chunks = [];
    private IDictionary? _metrics;
    private string? _stopReason;
    private double? _timeToFirstTokenMs;
    private Dictionary<string, long> _cacheWrites = [];

    internal InvokeModelStream(EventStreamResponse source, ModelRoute route, bool keepChunks, Tally tally)
    {
        _source = source;
        _route = route;
        _keepChunks = keepChunks;
        _tally = tally;
    }

    /// <summary>The response so far: partial while chunks arrive, whole when they have ended.</summary>
    public InvokeModelResponse ToResponse()
    {
        InvokeModelResponse response = Build();
        response.Cost = _tally.Price(OutcomeOf(response));
        return response;
    }

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
    public ValueTask DisposeAsync()
    {
        if (_tally.IsOpen)
        {
            // Left before its end, as by Ctrl+C: what had arrived was paid for.
            _tally.End(OutcomeOf(Build()) with { StopReason = StopReason.Cancelled }, null);
        }

        return _source.DisposeAsync();
    }

    private InvokeModelResponse Build() => new()
    {
        Text = _text.ToString(),
        Chunks = [.. _chunks],
        StopReason = _stopReason,
        Usage = _metrics is null ? null : NativeUsage.FromMetrics(_metrics),
        LatencyMs = _metrics?["invocationLatency"] as long?,
        TimeToFirstTokenMs = _timeToFirstTokenMs,
        ModelId = _route.Asked,
        ResolvedModelId = _route.ModelId,
        RequestId = _source.RequestId,
        Attempts = _source.Attempts,
        ContentType = ResponseFacts.Header(_source.Head, "X-Amzn-Bedrock-Content-Type"),
    };

    private CallOutcome OutcomeOf(InvokeModelResponse response) =>
        CallOutcome.Of(response) with { CacheWrites = _cacheWrites };

    private async ValueTask<InvokeModelChunk?> NextAsync(CancellationToken token)
    {
        try
        {
            EventStreamMessage? message = await _source.NextAsync(token).ConfigureAwait(false);
            if (message is null)
            {
                _tally.End(OutcomeOf(Build()), null);
                return null;
            }

            InvokeModelChunk chunk = ReadChunk(message);
            Fold(chunk);
            return chunk;
        }
        catch (BedrockException failure)
        {
            _source.Describe(failure);
            failure.ModelId = _route.ModelId;
            failure.PartialResponse = ToResponse();
            _tally.Fail(failure);
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
        _cacheWrites = CacheDetails.ReadNative(chunk.Body) ?? _cacheWrites;
        if (_keepChunks)
        {
            _text.Append(chunk.Text);
            _chunks.Add(chunk.Body);
        }
    }
}
