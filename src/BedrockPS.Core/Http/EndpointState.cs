namespace BedrockPS.Http;

/// <summary>What is known of one endpoint from one request to the next.</summary>
internal sealed class EndpointState
{
    private long _clockOffset;

    /// <summary>What may be spent on retries.</summary>
    public RetryQuota Quota { get; } = new();

    /// <summary>How far the endpoint's clock is ahead of this machine's, as far as it matters to a signature.</summary>
    public TimeSpan ClockOffset
    {
        get => new(Interlocked.Read(ref _clockOffset));
        set => Interlocked.Exchange(ref _clockOffset, value.Ticks);
    }
}
