using BedrockPS.Tests.Recording;
using BedrockPS.Usage;

namespace BedrockPS.Tests;

/// <summary>What a call costs, and what stays unknown.</summary>
public class CostTests
{
    private const string Table = """
        {
          "format": "BedrockPS.Prices/1", "date": "2026-08-21", "currency": "USD",
          "models": [
            { "model": "maker.full", "prices": [
              { "input": 3, "output": 15, "cacheRead": 0.3, "cacheWrite": { "5m": 3.75, "1h": 6 } },
              { "tier": "flex", "input": 1.5, "output": 7.5 } ] },
            { "model": "maker.half", "prices": [ { "input": 3, "output": 15 } ] },
            { "model": "maker.other-ttl", "prices": [ { "input": 3, "cacheWrite": { "30m": 4 } } ] },
            { "model": "maker.painter", "prices": [ { "image": 0.04 } ] }
          ]
        }
        """;

    [Fact]
    public void EachKindOfTokenHasItsOwnRate()
    {
        CallOutcome outcome = Used(1000, 200, cacheRead: 5000, cacheWrite: 700) with
        {
            CacheWrites = new Dictionary<string, long> { ["5m"] = 300, ["1h"] = 400 },
        };

        Cost cost = Of("maker.full", outcome);

        Assert.Equal(0.003m + 0.003m + 0.0015m + 0.001125m + 0.0024m, cost.Amount);
        Assert.Equal(
            ["input", "output", "cacheRead", "cacheWrite1h", "cacheWrite5m"], cost.Parts.Select(part => part.Kind));
        Assert.Null(cost.Reason);
    }

    [Fact]
    public void AWriteWithoutItsTimeIsKeptForFiveMinutesOrTheOnlyTimeThereIs()
    {
        Assert.Equal(0.00375m, Of("maker.full", Used(0, 0, cacheWrite: 1000)).Amount);
        Assert.Equal(0.004m, Of("maker.other-ttl", Used(0, 0, cacheWrite: 1000)).Amount);
    }

    [Fact]
    public void AKindWithoutARateLeavesTheCostUnknownAndTheRestKnown()
    {
        Cost cost = Of("maker.half", Used(1000, 100, cacheRead: 10));

        Assert.Null(cost.Amount);
        Assert.Equal(0.0045m, cost.KnownAmount);
        Assert.Contains("cacheRead", cost.Reason, StringComparison.Ordinal);
        Assert.Equal("$0.00450 + unknown", cost.ToString());
    }

    [Fact]
    public void UnknownIsNeverZero()
    {
        Assert.All(
            new[]
            {
                Of("maker.unknown", Used(1, 1)),
                Of("maker.full", new CallOutcome()),
                Of("maker.full", Used(1, 1) with { Latency = "optimized" }),
                Of("maker.full", Used(1, 1) with { UsedServerTools = true }),
                Of("maker.full", Used(1, 1) with { Tier = "reserved" }),
                Of("maker.painter", Used(1, 1)),
            },
            cost =>
            {
                Assert.Null(cost.Amount);
                Assert.NotNull(cost.Reason);
                Assert.Equal(1, cost.UnknownCalls);
            });
    }

    [Fact]
    public void TheTierThatServedTheCallSetsThePrice()
    {
        Assert.Equal(0.0015m, Of("maker.full", Used(1000, 0) with { Tier = "flex" }).Amount);
        Assert.Equal(0.003m, Of("maker.full", Used(1000, 0) with { Tier = "default" }, tier: "flex").Amount);
        Assert.Equal(0.0015m, Of("maker.full", Used(1000, 0), tier: "flex").Amount);
    }

    [Fact]
    public void ImagesArePaidByThePiece() =>
        Assert.Equal(0.08m, Of("maker.painter", new CallOutcome { Images = 2 }).Amount);

    [Fact]
    public void ARouterIsPaidAsTheModelThatItChose() => Assert.Equal(
        0.003m,
        Of(
            "arn:aws:bedrock:us-east-1:123456789012:default-prompt-router/x",
            Used(1000, 0) with { RoutedModelId = "arn:aws:bedrock:us-east-1::foundation-model/maker.full" }).Amount);

    [Fact]
    public void ASumOfKnownAndUnknownIsUnknownAndSaysHowMuchIsKnown()
    {
        Cost total = Cost.None();
        Assert.Equal(0, total.Amount);

        total.Add(Of("maker.full", Used(1000, 0)));
        total.Add(Of("maker.full", Used(2000, 0)));
        Assert.Equal((0.009m, 2, 0), (total.Amount, total.Calls, total.UnknownCalls));
        Assert.Equal(3000, Assert.Single(total.Parts).Units);

        total.Add(Of("maker.unknown", Used(1, 1)));
        total.Add(Of("maker.full", Used(1000, 0)));
        Assert.Null(total.Amount);
        Assert.Equal((0.012m, 4, 1), (total.KnownAmount, total.Calls, total.UnknownCalls));
        Assert.NotNull(total.Reason);
    }

    private static CallOutcome Used(long input, long output, long? cacheRead = null, long? cacheWrite = null) => new()
    {
        Usage = new TokenUsage
        {
            InputTokens = input,
            OutputTokens = output,
            CacheReadInputTokens = cacheRead,
            CacheWriteInputTokens = cacheWrite,
        },
    };

    private static Cost Of(string modelId, CallOutcome outcome, string? tier = null)
    {
        using TemporaryFile file = TemporaryFile.With(Table);
        return CostCalculation.Of(
            PriceBook.Read(file.Path), modelId, null, tier, outcome, new DateOnly(2026, 11, 1));
    }
}
