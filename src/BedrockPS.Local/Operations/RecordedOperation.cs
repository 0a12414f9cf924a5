using BedrockPS.Local.Http;
using BedrockPS.Recording;

namespace BedrockPS.Local.Operations;

/// <summary>Answers requests from a recording, byte for byte, and those that it does not hold with an error.</summary>
internal sealed class RecordedOperation(ReplayTable recording)
{
    public async ValueTask RunAsync(LocalCall call)
    {
        RequestHead head = call.Exchange.Head;
        RecordedRequest request = new(head.Method, head.Target, call.Exchange.Body);
        if (recording.Take(request) is not RecordedAnswer answer)
        {
            BedrockException miss = recording.Explain(request);
            throw new ServiceFault(miss.ErrorCode, miss.Message);
        }

        HttpResponse response = Head(answer);
        if (answer.Frames is null)
        {
            await call.Response.SendAsync(response).ConfigureAwait(false);
            return;
        }

        call.Response.StartStream(response);
        foreach (RecordedFrame frame in answer.Frames)
        {
            await call.Response.WriteAsync(frame.Bytes).ConfigureAwait(false);
            call.Request.CountEvent();
        }

        if (answer.IsCut)
        {
            throw new ConnectionCutException();
        }

        await call.Response.EndStreamAsync().ConfigureAwait(false);
    }

    private static HttpResponse Head(RecordedAnswer answer)
    {
        ILookup<bool, KeyValuePair<string, string>> headers = answer.Headers.ToLookup(
            header => header.Key.Equals(RecordedHeaders.ContentType, StringComparison.OrdinalIgnoreCase));
        HttpResponse response = new()
        {
            Status = answer.Status,
            ContentType = headers[true].Select(header => header.Value).FirstOrDefault("application/json"),
            Body = answer.Body,
        };
        response.Headers.AddRange(headers[false]);
        return response;
    }
}
