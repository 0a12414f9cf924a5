using BedrockPS.Catalog;

namespace BedrockPS.Usage;

/// <summary>Prices the calls of one command, holds them to the budgets, and writes down what they used.</summary>
/// <param name="prices">The prices in use; asked for when they are needed.</param>
/// <param name="ledger">Where the session's calls are kept.</param>
/// <param name="budgets">The session's budgets.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="warn">Told what went wrong after a call, which must not take its answer away.</param>
public sealed class UsageMeter(
    Func<PriceBook> prices, UsageLedger ledger, BudgetBook budgets, TimeProvider clock, Action<string> warn)
    : ICallMeter
{
    private readonly string _command = Guid.NewGuid().ToString("N");

    /// <summary>What is known of the calls; set before the first.</summary>
    public MeterFacts Facts { get; set; } = new();

    private TimeProvider Clock => clock;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private UsageLog? Log => Facts.UsageLog is { } path ? new UsageLog(path) : null;

    /// <inheritdoc/>
    public IMeteredCall Begin(MeteredRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BudgetHold hold = new(Log is { } log ? new DayLedger(log, clock) : null);
        if (!budgets.IsEmpty)
        {
            hold.Take(budgets, request, _command, Reckon(request), Today);
        }

        return new Call(this, request, hold, clock.GetTimestamp());
    }

    /// <summary>The most that a call can cost.</summary>
    public WorstCase Reckon(MeteredRequest request) => WorstCase.Of(prices(), request, Facts.Region, Today);

    /// <summary>What a call costs that used this.</summary>
    public Cost Price(MeteredRequest request, CallOutcome outcome)
    {
        try
        {
            return CostCalculation.Of(prices(), request.ModelId, Facts.Region, request.Tier, outcome, Today);
        }
        catch (BedrockException failure)
        {
            // The answer was paid for; a price table that broke must not take it away.
            return Cost.Unknown(failure.Message);
        }
    }

    private void End(MeteredRequest request, BudgetHold hold, UsageEntry entry)
    {
        ledger.Add(entry);
        try
        {
            if (Log is { } log)
            {
                entry.PromptSha256 = PromptHash.Of(request);
                if (!hold.Settle(entry))
                {
                    log.Append(entry);
                }
            }
            else
            {
                hold.Settle(entry);
            }
        }
        catch (BedrockException failure)
        {
            warn($"{failure.Message} The call itself is over, and request {entry.RequestId} is not in the log.");
        }
    }

    private sealed class Call(UsageMeter meter, MeteredRequest request, BudgetHold hold, long startedAt) : IMeteredCall
    {
        public Cost Price(CallOutcome outcome) => meter.Price(request, outcome);

        public void End(CallOutcome outcome, Exception? failure)
        {
            Cost cost = FailedCalls.CostOf(failure, outcome) ?? Price(outcome);
            UsageEntry entry = EntryOf(outcome, cost);
            entry.ErrorCode = FailedCalls.CodeOf(failure);
            meter.End(request, hold, entry);
        }

        private UsageEntry EntryOf(CallOutcome outcome, Cost cost)
        {
            ModelIdentifier model = ModelIdentifier.Parse(request.ModelId);
            return new UsageEntry
            {
                Time = meter.Clock.GetUtcNow(),
                Operation = request.Operation,
                ModelId = request.ModelId,
                Model = model.FoundationModelId,
                InferenceProfile = model.IsProfile ? model.Name : null,
                AccountId = model.Account,
                ProfileName = meter.Facts.ProfileName,
                Region = meter.Facts.Region ?? model.Region,
                Tier = PriceChoice.TierOf(outcome.Tier ?? request.Tier),
                ConversationId = request.Request?.ConversationId,
                InputTokens = outcome.Usage?.InputTokens,
                OutputTokens = outcome.Usage?.OutputTokens,
                CacheReadTokens = outcome.Usage?.CacheReadInputTokens,
                CacheWriteTokens = outcome.Usage?.CacheWriteInputTokens,
                Cost = cost.Amount,
                KnownCost = cost.Amount is null && cost.KnownAmount > 0 ? cost.KnownAmount : null,
                Currency = cost.Currency,
                UnknownReason = cost.Reason,
                LatencyMs = outcome.LatencyMs,
                ElapsedMs = (long)meter.Clock.GetElapsedTime(startedAt).TotalMilliseconds,
                Attempts = outcome.Attempts,
                StopReason = outcome.StopReason,
                RequestId = outcome.RequestId,
                Metadata = request.Request?.RequestMetadata,
            };
        }
    }
}
