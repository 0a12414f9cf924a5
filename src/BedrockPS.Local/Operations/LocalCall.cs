using BedrockPS.Local.Http;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Operations;

/// <summary>A request on its way to an answer.</summary>
internal sealed record LocalCall(HttpExchange Exchange, LocalRequest Request, Route Route, TimeProvider Time)
{
    private readonly long _start = Time.GetTimestamp();

    /// <summary>The scripted reply that this call uses up.</summary>
    public LocalReply? Reply { get; init; }

    /// <summary>What the call asks a model; null for calls that ask none.</summary>
    public Inference? Inference { get; init; }

    /// <summary>What the service would refuse the call for.</summary>
    public ServiceFault? Fault { get; init; }

    /// <summary>The region that the call was made to.</summary>
    public string Region => RequestRegion.Of(Exchange.Head);

    public ResponseWriter Response => Exchange.Response;

    public CancellationToken ClientGone => Exchange.ClientGone;

    /// <summary>Takes the time that a script gives a whole answer's tokens.</summary>
    public Task WriteTimeAsync(Answer answer) => Reply?.TokensPerSecond is double rate
        ? Task.Delay(TimeSpan.FromSeconds(answer.CountWhole() / rate), Time, ClientGone)
        : Task.CompletedTask;

    public long LatencyMs() => Math.Max(1, (long)Time.GetElapsedTime(_start).TotalMilliseconds);
}
