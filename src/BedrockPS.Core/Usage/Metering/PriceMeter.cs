namespace BedrockPS.Usage;

/// <summary>Prices calls, and keeps nothing of them.</summary>
/// <param name="prices">The prices in use; asked for when the first call is over.</param>
/// <param name="clock">Tells the day.</param>
public sealed class PriceMeter(Func<PriceBook> prices, TimeProvider clock) : ICallMeter
{
    /// <summary>The region that is called; null where it is not known.</summary>
    public string? Region { get; set; }

    /// <inheritdoc/>
    public IMeteredCall Begin(MeteredRequest request) => new Call(this, request);

    /// <summary>The cost of a call by the prices of today.</summary>
    public Cost Price(MeteredRequest request, CallOutcome outcome)
    {
        DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        try
        {
            return CostCalculation.Of(prices(), request.ModelId, Region, request.Tier, outcome, today);
        }
        catch (BedrockException failure)
        {
            // The answer was paid for; a price table that broke must not take it away.
            return Cost.Unknown(failure.Message);
        }
    }

    private sealed class Call(PriceMeter meter, MeteredRequest request) : IMeteredCall
    {
        public Cost Price(CallOutcome outcome) => meter.Price(request, outcome);

        public void End(CallOutcome outcome, Exception? failure)
        {
        }
    }
}
