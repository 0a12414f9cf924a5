using System.Globalization;
using System.Text.Json.Nodes;
using BedrockPS.Local.Http;
using BedrockPS.Local.Native;
using BedrockPS.Local.Replies;
using BedrockPS.Local.Streams;

namespace BedrockPS.Local.Operations;

/// <summary>InvokeModel and InvokeModelWithResponseStream.</summary>
internal sealed class InvokeOperation(StreamSender streams)
{
    public async ValueTask RunAsync(LocalCall call)
    {
        Inference inference = call.Inference!;
        Answer answer = AnswerMaker.Make(inference.Prompt, call.Reply);
        NativeAnswer native = new(answer, inference.Body, inference.Model?.Id ?? call.Route.ModelId!);
        if (call.Route.IsStream)
        {
            INativeStreamFamily family = (INativeStreamFamily)inference.Family!;
            HttpResponse head = new HttpResponse { ContentType = StreamRunner.ContentType }
                .With("X-Amzn-Bedrock-Content-Type", "application/json");
            NativeStreamForm form = new(family, native, call.Reply, call.LatencyMs);
            await streams.SendAsync(call, head, answer, form).ConfigureAwait(false);
            return;
        }

        await call.WriteTimeAsync(answer).ConfigureAwait(false);
        await call.Response.SendAsync(Whole(call, inference.Family!, native)).ConfigureAwait(false);
    }

    private static HttpResponse Whole(LocalCall call, INativeFamily family, NativeAnswer native)
    {
        JsonObject body = family.Whole(native);
        HttpResponse response = new HttpResponse { Body = JsonText.Bytes(body) }
            .With("X-Amzn-Bedrock-Input-Token-Count", Number(native.Answer.InputTokens))
            .With("X-Amzn-Bedrock-Invocation-Latency", Number(call.LatencyMs()));
        return family is INativeStreamFamily
            ? response.With("X-Amzn-Bedrock-Output-Token-Count", Number(native.Answer.OutputTokens))
            : response;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
