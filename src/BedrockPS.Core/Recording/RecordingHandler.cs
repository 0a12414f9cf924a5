namespace BedrockPS.Recording;

/// <summary>Stands before everything else that a call goes through, so that it sees outcomes, not tries.</summary>
internal sealed class RecordingHandler(
    Recorder recorder, LiveConnection live, TimeProvider clock, IRecordingHost host) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        RecordedRequest asked = await ReadAsync(request, token).ConfigureAwait(false);
        return await recorder.FindAsync(asked, host, token).ConfigureAwait(false) is { } answer
            ? await Replay.AnswerAsync(request, answer, recorder.IsRealtime, clock, token).ConfigureAwait(false)
            : await RecordAsync(request, asked, token).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            live.Dispose();
        }

        base.Dispose(disposing);
    }

    private static async Task<RecordedRequest> ReadAsync(HttpRequestMessage request, CancellationToken token)
    {
        byte[] body = request.Content is { } content
            ? await content.ReadAsByteArrayAsync(token).ConfigureAwait(false)
            : [];
        return new RecordedRequest(request.Method.Method, request.RequestUri!.PathAndQuery, body);
    }

    private async Task<HttpResponseMessage> RecordAsync(
        HttpRequestMessage request, RecordedRequest asked, CancellationToken token)
    {
        ExchangeQueue.Slot slot = recorder.Begin(asked);
        FailedAnswer failed = FailedAnswer.Await(request);
        CallWatch watch = new(clock);
        try
        {
            HttpResponseMessage response = await live.SendAsync(request, token).ConfigureAwait(false);
            return await CaptureAsync(response, slot, watch, token).ConfigureAwait(false);
        }
        catch (BedrockException e) when (e.StatusCode is not null && failed.Answer is { } answer)
        {
            recorder.Settle(slot, answer with { HeadAt = watch.Elapsed, Attempts = e.Attempts });
            throw;
        }
        catch (Exception e)
        {
            host.Note($"{asked.Operation}: not recorded, because no answer came ({e.GetType().Name}).");
            recorder.Settle(slot, null);
            throw;
        }
    }

    private async Task<HttpResponseMessage> CaptureAsync(
        HttpResponseMessage response, ExchangeQueue.Slot slot, CallWatch watch, CancellationToken token)
    {
        HttpContent original = response.Content;
        Stream body = await original.ReadAsStreamAsync(token).ConfigureAwait(false);
        Capture capture = new(response, watch, answer => Settle(slot, answer));
        response.Content = new StreamContent(new CaptureStream(body, capture));
        foreach ((string name, IEnumerable<string> values) in original.Headers)
        {
            response.Content.Headers.TryAddWithoutValidation(name, values);
        }

        return response;
    }

    private void Settle(ExchangeQueue.Slot slot, RecordedAnswer? answer)
    {
        if (answer is null)
        {
            host.Note($"{slot.Request.Operation}: not recorded, because no whole answer came.");
        }

        recorder.Settle(slot, answer);
    }
}
