using BedrockPS.Http;

namespace BedrockPS.Usage;

/// <summary>Keeps a call's meter: every call ends once, and every answer has its cost.</summary>
internal sealed class Tally
{
    /// <summary>Of a call that nobody prices.</summary>
    public static readonly Tally None = new(null);

    private readonly IMeteredCall? _call;
    private int _ended;

    private Tally(IMeteredCall? call) => _call = call;

    /// <summary>Whether the call is not over yet, and somebody wants to know when it is.</summary>
    public bool IsOpen => _call is not null && Volatile.Read(ref _ended) == 0;

    public static Tally Begin(BedrockConnection connection, MeteredRequest request) =>
        new(connection.Options.Meter?.Begin(request));

    /// <summary>Makes the call, or opens its stream; a failure ends it.</summary>
    public async Task<T> WatchAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Fail(failure);
            throw;
        }
    }

    public ConverseResponse Settle(ConverseResponse answer)
    {
        CallOutcome outcome = CallOutcome.Of(answer);
        answer.Cost = Price(outcome);
        End(outcome, null);
        return answer;
    }

    public InvokeModelResponse Settle(InvokeModelResponse answer)
    {
        CallOutcome outcome = CallOutcome.Of(answer);
        answer.Cost = Price(outcome);
        End(outcome, null);
        return answer;
    }

    public Cost? Price(CallOutcome outcome) => _call?.Price(outcome);

    public void Fail(Exception failure) => End(OutcomeOf(failure), failure);

    public void End(CallOutcome outcome, Exception? failure)
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            _call?.End(outcome, failure);
        }
    }

    private static CallOutcome OutcomeOf(Exception failure) => failure switch
    {
        BedrockException { PartialResponse: ConverseResponse partial } => CallOutcome.Of(partial),
        BedrockException { PartialResponse: InvokeModelResponse partial } => CallOutcome.Of(partial),
        BedrockException known => new CallOutcome { RequestId = known.RequestId, Attempts = known.Attempts },
        _ => new CallOutcome(),
    };
}
