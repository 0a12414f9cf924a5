using System.Runtime.CompilerServices;
using BedrockPS.Catalog;
using BedrockPS.EventStream;
using BedrockPS.Http;
using BedrockPS.Usage;

namespace BedrockPS.Converse;

/// <summary>A streamed answer: its events as they arrive, and the response that they add up to.</summary>
public sealed class ConverseStream : IAsyncDisposable
{
    private readonly ConverseFold _fold;
    private readonly EventStreamResponse _source;
    private readonly ModelRoute _route;
    private readonly Tally _tally;
    private double? _timeToFirstTokenMs;
    private int _events;

    internal ConverseStream(EventStreamResponse source, ModelRoute route, bool keepContent, Tally tally)
    {
        _fold = new ConverseFold(keepContent);
        _source = source;
        _route = route;
        _tally = tally;
    }

    /// <summary>The response so far: partial while events arrive, whole when they have ended.</summary>
    public ConverseResponse ToResponse()
    {
        ConverseResponse response = _fold.ToResponse();
        response.ModelId = _route.Asked;
        response.ResolvedModelId = _route.ModelId;
        response.RequestId = _source.RequestId;
        response.Attempts = _source.Attempts;
        response.TimeToFirstTokenMs = _timeToFirstTokenMs;
        response.Cost = _tally.Price(CallOutcome.Of(response));
        return response;
    }

    /// <summary>The events in their order, each as soon as its last byte has arrived; they can be read once.</summary>
    /// <exception cref="BedrockException">
    /// The stream broke, was silent too long or carried an exception; <see cref="BedrockException.PartialResponse"/>
    /// holds what had arrived, as far as the stream keeps it.
    /// </exception>
    public async IAsyncEnumerable<ConverseEvent> ReadAsync([EnumeratorCancellation] CancellationToken token = default)
    {
        while (true)
        {
            ConverseEvent? next = await NextAsync(token).ConfigureAwait(false);
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
            _tally.End(CallOutcome.Of(ToResponse()) with { StopReason = StopReason.Cancelled }, null);
        }

        return _source.DisposeAsync();
    }

    private async ValueTask<ConverseEvent?> NextAsync(CancellationToken token)
    {
        try
        {
            EventStreamMessage? message = await _source.NextAsync(token).ConfigureAwait(false);
            if (message is null)
            {
                CheckComplete();
                _tally.End(CallOutcome.Of(ToResponse()), null);
                return null;
            }

            ConverseEvent e = ConverseEventReader.Read(message);
            e.Index = _events++;
            e.ElapsedMs = Math.Round(_source.Elapsed.TotalMilliseconds, 1);
            _fold.Apply(e);
            NoteFirstToken(e);
            return e;
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

    private void NoteFirstToken(ConverseEvent e)
    {
        bool carriesContent = e is ContentBlockDeltaEvent { Text: not "" };
        if (_timeToFirstTokenMs is null && carriesContent)
        {
            _timeToFirstTokenMs = e.ElapsedMs;
        }
    }

    private void CheckComplete()
    {
        if (!_fold.HasStopped)
        {
            throw new BedrockException(
                ClientErrorCode.StreamTruncated,
                "The stream ended before the model had stopped (no messageStop event). The text is incomplete; "
                + "ask again.");
        }
    }
}
