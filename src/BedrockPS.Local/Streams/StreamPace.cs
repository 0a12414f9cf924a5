using BedrockPS.Local.Operations;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Streams;

/// <summary>When the pieces of a stream come, and where a script makes it break or fall silent.</summary>
internal sealed class StreamPace(
    LocalReply? reply, TimeSpan usualDelay, TimeProvider time, CancellationToken clientGone)
{
    private TimeSpan _delay = reply?.PieceDelay ?? usualDelay;

    /// <summary>Breaks a stream that is to hold nothing but its exception.</summary>
    public void BeforeStart()
    {
        if (reply is { StreamErrorCode: not null, ErrorAfterPieces: <= 0 })
        {
            throw Broken();
        }
    }

    public async ValueTask BeforePieceAsync(int index)
    {
        if (index > 0 && _delay > TimeSpan.Zero)
        {
            await Task.Delay(_delay, time, clientGone).ConfigureAwait(false);
        }

        if (index >= reply?.SilentAfterPieces)
        {
            await SilenceAsync(clientGone).ConfigureAwait(false);
        }

        if (reply?.StreamErrorCode is not null && index >= reply.ErrorAfterPieces)
        {
            throw Broken();
        }
    }

    /// <summary>Notes a piece that was sent: with a rate given, it is what the next one has to wait for.</summary>
    public void Sent(string piece)
    {
        if (reply?.TokensPerSecond is double rate)
        {
            _delay = TimeSpan.FromSeconds(TokenCounter.Count(piece) / rate);
        }
    }

    /// <summary>A stream that is to break or to fall silent never comes to its end, however few its pieces.</summary>
    public async ValueTask AfterPiecesAsync()
    {
        if (reply?.SilentAfterPieces is not null)
        {
            await SilenceAsync(clientGone).ConfigureAwait(false);
        }

        if (reply?.StreamErrorCode is not null)
        {
            throw Broken();
        }
    }

    /// <summary>Waits for the client to go away.</summary>
    public static Task SilenceAsync(CancellationToken clientGone) =>
        Task.Delay(Timeout.InfiniteTimeSpan, clientGone);

    private StreamBrokenException Broken()
    {
        string code = reply!.StreamErrorCode!;
        code = char.ToLowerInvariant(code[0]) + code[1..];
        return new StreamBrokenException(code, reply.Message ?? FaultResponse.DefaultMessage(code));
    }
}
