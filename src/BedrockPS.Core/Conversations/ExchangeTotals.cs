namespace BedrockPS;

/// <summary>What several calls of a model used together.</summary>
internal sealed record ExchangeTotals
{
    private int Calls { get; init; }

    private int Attempts { get; init; }

    private long? LatencyMs { get; init; }

    private double? TimeToFirstTokenMs { get; init; }

    private TokenUsage? Usage { get; init; }

    private Cost? Cost { get; init; }

    /// <summary>The totals with one more call.</summary>
    public ExchangeTotals With(ConverseResponse response) => new()
    {
        Calls = Calls + 1,
        Attempts = Attempts + response.Attempts,
        LatencyMs = response.LatencyMs is null ? LatencyMs : (LatencyMs ?? 0) + response.LatencyMs,
        TimeToFirstTokenMs = Calls == 0 ? response.TimeToFirstTokenMs : TimeToFirstTokenMs,
        Usage = Sum(Usage, response.Usage),
        Cost = Calls == 0 ? response.Cost : Cost.Sum(Cost, response.Cost),
    };

    /// <summary>Has a response tell the totals; the usage of a single call stays as the service sent it.</summary>
    public void WriteTo(ConverseResponse response)
    {
        if (Calls > 1)
        {
            response.Attempts = Attempts;
            response.LatencyMs = LatencyMs;
            response.TimeToFirstTokenMs = TimeToFirstTokenMs;
            response.Usage = Usage;
            response.Cost = Cost;
        }
    }

    private static TokenUsage? Sum(TokenUsage? left, TokenUsage? right)
    {
        if (left is null || right is null)
        {
            return left ?? right;
        }

        TokenUsage sum = new();
        sum.Add(left);
        sum.Add(right);
        return sum;
    }
}
