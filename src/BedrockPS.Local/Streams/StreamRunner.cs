using BedrockPS.Local.Http;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Streams;

/// <summary>Sends an answer as a stream of events.</summary>
internal static class StreamRunner
{
    public const string ContentType = "application/vnd.amazon.eventstream";

    public static async Task RunAsync(
        ResponseWriter response, HttpResponse head, Answer answer, IStreamForm form, EventSink sink, StreamPace pace)
    {
        response.StartStream(head);
        try
        {
            pace.BeforeStart();
            await SendAllAsync(form.Open(), sink).ConfigureAwait(false);
            await SendPiecesAsync(answer, form, sink, pace).ConfigureAwait(false);
            await pace.AfterPiecesAsync().ConfigureAwait(false);
            await SendAllAsync(form.Close(), sink).ConfigureAwait(false);
        }
        catch (StreamBrokenException e)
        {
            await sink.SendAsync(e).ConfigureAwait(false);
        }

        await response.EndStreamAsync().ConfigureAwait(false);
    }

    // Each piece is asked for when it is due, not before: a script may make it of the time at which it is sent.
    private static async Task SendPiecesAsync(Answer answer, IStreamForm form, EventSink sink, StreamPace pace)
    {
        using IEnumerator<string> pieces = answer.ReadPieces().GetEnumerator();
        for (int index = 0; ; index++)
        {
            await pace.BeforePieceAsync(index).ConfigureAwait(false);
            if (!pieces.MoveNext())
            {
                return;
            }

            await sink.SendAsync(form.Delta(pieces.Current)).ConfigureAwait(false);
            pace.Sent(pieces.Current);
        }
    }

    private static async Task SendAllAsync(IEnumerable<StreamEvent> events, EventSink sink)
    {
        foreach (StreamEvent e in events)
        {
            await sink.SendAsync(e).ConfigureAwait(false);
        }
    }
}
