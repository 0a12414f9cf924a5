using System.Text;
using BedrockPS.Local.Http;
using BedrockPS.Local.Streams;

namespace BedrockPS.Local.Operations;

/// <summary>The scripted replies that are no model's answer: faults, raw bodies, raw streams, silence.</summary>
internal static class ScriptedAnswer
{
    /// <summary>Sends what the reply says; false where it leaves the answer to the operation.</summary>
    public static async ValueTask<bool> TrySendAsync(LocalCall call, LocalReply reply)
    {
        if (reply.RawStream is not null)
        {
            await SendRawStreamAsync(call, reply).ConfigureAwait(false);
            return true;
        }

        if (reply.SilentAfterPieces is not null && !call.Route.IsStream)
        {
            await StreamPace.SilenceAsync(call.ClientGone).ConfigureAwait(false);
        }

        HttpResponse? response = Whole(call, reply);
        if (response is not null)
        {
            await call.Response.SendAsync(response).ConfigureAwait(false);
        }

        return response is not null;
    }

    private static HttpResponse? Whole(LocalCall call, LocalReply reply)
    {
        bool isFault = reply.ErrorCode is not null || reply.StatusCode >= 400
            || (reply.StreamErrorCode is not null && !call.Route.IsStream);
        HttpResponse? fault = isFault ? FaultResponse.Of(reply) : null;
        if (reply.Body is null)
        {
            return fault;
        }

        HttpResponse response = new()
        {
            Status = reply.StatusCode ?? fault?.Status ?? 200,
            ContentType = reply.ContentType ?? "application/json",
            Body = Encoding.UTF8.GetBytes(reply.Body),
        };

        // A proxy's page has no error type; a code that was asked for by name has.
        if (reply.ErrorCode is not null || reply.RetryAfterSeconds is not null)
        {
            response.Headers.AddRange(fault?.Headers ?? []);
        }

        return response;
    }

    private static async Task SendRawStreamAsync(LocalCall call, LocalReply reply)
    {
        HttpResponse head = new HttpResponse
        {
            Status = reply.StatusCode ?? 200,
            ContentType = reply.ContentType ?? StreamRunner.ContentType,
        };
        if (call.Route.IsNative)
        {
            head.With("X-Amzn-Bedrock-Content-Type", "application/json");
        }

        call.Response.StartStream(head);
        await call.Response.WriteAsync(reply.RawStream).ConfigureAwait(false);
        if (reply.SilentAfterPieces is not null)
        {
            await StreamPace.SilenceAsync(call.ClientGone).ConfigureAwait(false);
        }

        await call.Response.EndStreamAsync().ConfigureAwait(false);
    }
}
