using BedrockPS.Local.Http;
using BedrockPS.Local.Replies;
using BedrockPS.Local.Streams;

namespace BedrockPS.Local.Operations;

/// <summary>Converse and ConverseStream.</summary>
internal sealed class ConverseOperation(StreamSender streams)
{
    public async ValueTask RunAsync(LocalCall call)
    {
        Answer answer = AnswerMaker.Make(call.Inference!.Prompt, call.Reply);
        if (call.Route.IsStream)
        {
            ConverseStreamForm form = new(answer, call.Reply, call.LatencyMs);
            await streams.SendAsync(call, new HttpResponse { ContentType = StreamRunner.ContentType }, answer, form)
                .ConfigureAwait(false);
            return;
        }

        await call.WriteTimeAsync(answer).ConfigureAwait(false);
        byte[] body = JsonText.Bytes(ConverseAnswer.Whole(answer, call.LatencyMs()));
        await call.Response.SendAsync(new HttpResponse { Body = body }).ConfigureAwait(false);
    }
}
