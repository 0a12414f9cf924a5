using BedrockPS.Tests.Recording;
using BedrockPS.Usage;

namespace BedrockPS.Tests;

/// <summary>What a budget lets pass, and what it never does.</summary>
public class BudgetTests : IDisposable
{
    private const string Table = """
        { "format": "BedrockPS.Prices/1", "date": "2026-08-21", "currency": "USD", "models": [
          { "model": "maker.model", "maxOutputTokens": 1000, "prices": [ { "input": 0, "output": 1000 } ] },
          { "model": "maker.endless", "prices": [ { "input": 1, "output": 1000 } ] } ] }
        """;

    private readonly TemporaryFile _table = TemporaryFile.With(Table);
    private readonly TemporaryFile _log = new();
    private readonly BudgetBook _budgets = new();
    private readonly UsageLedger _ledger = new();
    private readonly List<string> _warnings = [];

    public void Dispose()
    {
        _table.Dispose();
        _log.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void ACallThatFitsAtItsWorstIsMadeAndThenCountsAsWhatItTook()
    {
        _budgets.Set(new Budget { MaxCost = 1 });
        IMeteredCall call = Meter().Begin(Ask(maxTokens: 1000));
        Assert.Equal(1, Used());

        call.End(Outcome(output: 200), null);
        Assert.Equal(0.2m, Used());
        Meter().Begin(Ask(maxTokens: 800)).End(Outcome(output: 800), null);
        Assert.Equal(1, Used());
    }

    [Fact]
    public void ACallThatMightPassTheLimitIsNotMade()
    {
        _budgets.Set(new Budget { MaxCost = 1 });
        using Ending first = Pending(Meter().Begin(Ask(maxTokens: 600)));

        BedrockException failure = Assert.Throws<BedrockException>(() => Meter().Begin(Ask(maxTokens: 500)));

        Assert.Equal("BudgetExceeded", failure.ErrorCode);
        Assert.Contains("$0.60", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0.6m, Used());
    }

    [Fact]
    public void WithoutALimitOfItsOwnACallIsReckonedWithTheModelsLongestAnswer()
    {
        _budgets.Set(new Budget { MaxCost = 0.999m });

        Assert.Throws<BedrockException>(() => Meter().Begin(Ask(maxTokens: null)));
        _budgets.Set(new Budget { MaxCost = 1 });
        Meter().Begin(Ask(maxTokens: null)).End(Outcome(1), null);
    }

    [Theory]
    [InlineData("maker.endless", null, "-MaxTokens")]
    [InlineData("maker.unknown", 10L, "AllowUnknownPrice")]
    public void WhatHasNoEndThatIsKnownIsStopped(string modelId, long? maxTokens, string advice)
    {
        _budgets.Set(new Budget { MaxCost = 1_000_000 });

        BedrockException failure = Assert.Throws<BedrockException>(() => Meter().Begin(Ask(maxTokens, modelId)));

        Assert.Contains(advice, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownPriceMayBeLetPass()
    {
        _budgets.Set(new Budget { MaxCost = 0, AllowUnknownPrice = true });
        Meter().Begin(Ask(10, "maker.unknown")).End(Outcome(5), null);

        Assert.Equal(0, Used());
    }

    [Fact]
    public void TokensAreCountedReadAndWritten()
    {
        _budgets.Set(new Budget { MaxTokens = 1000, AllowUnknownPrice = true });
        Meter().Begin(Ask(100, "maker.unknown")).End(Outcome(output: 50, input: 40), null);

        Assert.Equal(90, Report().UsedTokens);
        Assert.Throws<BedrockException>(() => Meter().Begin(Ask(1000, "maker.unknown")));
    }

    [Fact]
    public void ACallThatWasRefusedTookNothingAndOneThatBrokeOffItsWorst()
    {
        _budgets.Set(new Budget { MaxCost = 1 });
        BedrockException refusal = new("ThrottlingException", "no") { StatusCode = 429 };
        Meter().Begin(Ask(400)).End(new CallOutcome(), refusal);
        Assert.Equal(0, Used());

        Meter().Begin(Ask(400)).End(new CallOutcome(), new BedrockException("StreamTruncated", "cut"));
        Assert.Equal(0.4m, Used());

        Meter().Begin(Ask(400)).End(new CallOutcome { StopReason = StopReason.Cancelled }, null);
        Assert.Equal(0.8m, Used());
    }

    [Fact]
    public void EachPipelineAndEachConversationHasItsOwn()
    {
        _budgets.Set(new Budget { Scope = BudgetScope.Pipeline, MaxCost = 1 });
        UsageMeter command = Meter();
        command.Begin(Ask(700)).End(Outcome(700), null);
        Assert.Throws<BedrockException>(() => command.Begin(Ask(700)));
        Meter().Begin(Ask(700)).End(Outcome(700), null);

        _budgets.Remove(null, null);
        _budgets.Set(new Budget { Scope = BudgetScope.Conversation, MaxCost = 1 });
        Meter().Begin(Ask(700, conversation: "a")).End(Outcome(700), null);
        Assert.Throws<BedrockException>(() => Meter().Begin(Ask(700, conversation: "a")));
        Meter().Begin(Ask(700, conversation: "b")).End(Outcome(700), null);
        Meter().Begin(Ask(700)).End(Outcome(700), null);
    }

    [Fact]
    public void ADaysBudgetCountsWhatOthersLogged()
    {
        _budgets.Set(new Budget { Period = BudgetPeriod.Day, MaxCost = 1 });
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        new UsageLog(_log.Path).Append(new UsageEntry { Time = now.AddDays(-1), Cost = 100 });
        new UsageLog(_log.Path).Append(new UsageEntry { Time = now, Cost = 0.7m });

        BedrockException failure = Assert.Throws<BedrockException>(() => Meter(_log.Path).Begin(Ask(400)));
        Assert.Contains("$0.70", failure.Message, StringComparison.Ordinal);
        Meter(_log.Path).Begin(Ask(300)).End(Outcome(100), null);

        Assert.Equal(0.8m, Report(_log.Path).UsedCost);
        Assert.Empty(_warnings);
    }

    [Fact]
    public void ADaysBudgetHoldsForAllThatShareItsLog()
    {
        _budgets.Set(new Budget { Period = BudgetPeriod.Day, MaxCost = 10 });
        int made = 0;
        Parallel.For(0, 8, _ =>
        {
            for (int i = 0; i < 25; i++)
            {
                try
                {
                    Meter(_log.Path).Begin(Ask(100)).End(Outcome(100), null);
                    Interlocked.Increment(ref made);
                }
                catch (BedrockException e) when (e.ErrorCode == "BudgetExceeded")
                {
                }
            }
        });

        Assert.Equal(100, made);
        Assert.Equal(10, Report(_log.Path).UsedCost);
    }

    [Fact]
    public void ACallWhoseProcessEndedCountsAtItsWorst()
    {
        _budgets.Set(new Budget { Period = BudgetPeriod.Day, MaxCost = 1 });
        Meter(_log.Path).Begin(Ask(900));

        Assert.Throws<BedrockException>(() => Meter(_log.Path).Begin(Ask(200)));
        Assert.Equal(0.9m, Report(_log.Path).UsedCost);
    }

    [Fact]
    public void WhatOneBudgetRefusesTakesNothingOfAnother()
    {
        _budgets.Set(new Budget { MaxCost = 100 });
        _budgets.Set(new Budget { Period = BudgetPeriod.Day, MaxCost = 0.1m });

        Assert.Throws<BedrockException>(() => Meter(_log.Path).Begin(Ask(500)));
        Assert.All(_budgets.Report(_log.Path, TimeProvider.System), budget => Assert.Equal(0, budget.UsedCost));
    }

    private static Ending Pending(IMeteredCall call) => new(call);

    private UsageMeter Meter(string? log = null) =>
        new(() => PriceBook.Read(_table.Path), _ledger, _budgets, TimeProvider.System, _warnings.Add)
        {
            Facts = new MeterFacts { UsageLog = log },
        };

    private decimal? Used() => Report().UsedCost;

    private Budget Report(string? log = null) => _budgets.Report(log, TimeProvider.System).Single();

    private static MeteredRequest Ask(long? maxTokens, string modelId = "maker.model", string? conversation = null) =>
        MeteredRequest.Of("Converse", new ConverseRequest
        {
            ModelId = modelId,
            ConversationId = conversation,
            Messages = [new Message(MessageRole.User, "hello")],
            InferenceConfig = new InferenceConfiguration { MaxTokens = (int?)maxTokens },
        });

    private static CallOutcome Outcome(long output, long input = 0) =>
        new() { Usage = new TokenUsage { InputTokens = input, OutputTokens = output } };

    private sealed class Ending(IMeteredCall call) : IDisposable
    {
        public void Dispose() => call.End(Outcome(0), null);
    }
}
