using BedrockPS.Local.Http;
using BedrockPS.Local.Replies;
using BedrockPS.Local.Streams;

namespace BedrockPS.Local.Operations;

/// <summary>Sends a call's answer as a stream, at the endpoint's pace or at the script's.</summary>
internal sealed class StreamSender(TimeSpan pieceDelay, TimeProvider time)
{
    public Task SendAsync(LocalCall call, HttpResponse head, Answer answer, IStreamForm form)
    {
        EventSink sink = new(call.Response, call.Request, call.Reply?.CorruptFrame);
        StreamPace pace = new(call.Reply, pieceDelay, time, call.ClientGone);
        return StreamRunner.RunAsync(call.Response, head, answer, form, sink, pace);
    }
}
