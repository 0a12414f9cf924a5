using BedrockPS.Tests.Recording;
using BedrockPS.Usage;

namespace BedrockPS.Tests;

/// <summary>Which price a call gets. The tables are made up: what the shipped one says is no behaviour.</summary>
public class PriceBookTests
{
    private const string Table = """
        {
          "format": "BedrockPS.Prices/1", "date": "2026-08-21", "currency": "USD",
          "models": [
            { "model": "maker.model-v1:0", "contextTokens": 1000, "maxOutputTokens": 100, "prices": [
              { "input": 1 },
              { "from": "2026-09-01", "input": 2 },
              { "from": "2026-09-01", "aboveInputTokens": 500, "input": 3 },
              { "geography": "global", "input": 4 },
              { "regions": ["eu-west-2"], "from": "2026-09-01", "input": 5 },
              { "tier": "flex", "input": 6 },
              { "geography": "us-gov", "until": "2026-09-01", "input": 7 } ] },
            { "model": "maker.other", "prices": [ { "input": 8 } ] },
            { "model": "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc",
              "prices": [ { "input": 9 } ] }
          ]
        }
        """;

    [Theory]
    [InlineData("maker.model-v1:0", null, 2)]
    [InlineData("MAKER.Model-v1:0", null, 2)]
    [InlineData("maker.model-v1:0:300k", null, 2)]
    [InlineData("maker.model-v1", null, 2)]
    [InlineData("us.maker.model-v1:0", "us-east-1", 2)]
    [InlineData("apac.maker.model-v1:0", "ap-northeast-1", 2)]
    [InlineData("global.maker.model-v1:0", "eu-west-2", 4)]
    [InlineData("maker.model-v1:0", "eu-west-2", 5)]
    [InlineData("eu.maker.model-v1:0", "eu-west-2", 5)]
    [InlineData("maker.other-v1:0", null, 8)]
    [InlineData("arn:aws:bedrock:eu-west-2::foundation-model/maker.model-v1:0", null, 5)]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/maker.model-v1:0", "us-east-1", 2)]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:inference-profile/global.maker.model-v1:0", "us-east-1", 4)]
    [InlineData("arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc", "eu-west-1", 9)]
    public void ACallGetsThePriceOfItsModelProfileAndRegion(string modelId, string? region, int expected) =>
        Assert.Equal(expected, Find(modelId, region).Row!.Input);

    [Theory]
    [InlineData("2026-08-31", 1)]
    [InlineData("2026-09-01", 2)]
    public void APriceHoldsFromItsDay(string day, int expected) =>
        Assert.Equal(expected, Find("maker.model-v1:0", day: day).Row!.Input);

    [Theory]
    [InlineData(500, 2)]
    [InlineData(501, 3)]
    public void LongInputHasItsOwnPrice(long tokens, int expected) =>
        Assert.Equal(expected, Find("maker.model-v1:0", tokens: tokens).Row!.Input);

    [Fact]
    public void ATierHasItsOwnPriceOrNone()
    {
        Assert.Equal(6, Find("maker.model-v1:0", tier: "flex").Row!.Input);
        Assert.Contains("'priority'", Find("maker.model-v1:0", tier: "priority").Reason);
    }

    [Theory]
    [InlineData("us-gov.maker.model-v1:0", "us-gov-west-1", "2026-08-01", 7)]
    [InlineData("maker.model-v1:0", "us-gov-west-1", "2026-08-01", 7)]
    [InlineData("us-gov.maker.model-v1:0", "us-gov-west-1", "2026-10-01", null)]
    [InlineData("maker.other", "us-gov-west-1", "2026-08-01", null)]
    [InlineData("maker.other", "cn-north-1", "2026-08-01", null)]
    public void ThePriceOfTheCommercialRegionsHoldsInNoOtherPartition(
        string modelId, string region, string day, int? expected) =>
        Assert.Equal(expected, Find(modelId, region, day: day).Row?.Input);

    [Theory]
    [InlineData("maker.unknown", "has no price of 'maker.unknown'")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/x", "does not tell its model")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/x", "not paid by the token")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:custom-model/x", "no public price")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:imported-model/x", "no public price")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:prompt/x", "stored prompt")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:default-prompt-router/x", "which model it chose")]
    [InlineData("my-throughput", "not paid by the token")]
    public void WhatHasNoPriceSaysWhy(string modelId, string reason)
    {
        PriceMatch match = Find(modelId);

        Assert.Null(match.Row);
        Assert.Contains(reason, match.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void APrivateTableStandsAloneForItsModelsAndKeepsTheLimits()
    {
        using TemporaryFile general = TemporaryFile.With(Table);
        using TemporaryFile own = TemporaryFile.With("""
            { "format": "BedrockPS.Prices/1", "date": "2026-10-01", "currency": "EUR",
              "models": [ { "model": "maker.model-v1:0", "prices": [ { "input": 0.5 } ] } ] }
            """);
        PriceBook book = PriceBook.Read(general.Path, own.Path);
        PriceMatch global = book.Find(Query("global.maker.model-v1:0"));

        Assert.Equal((0.5m, "EUR"), (global.Row!.Input, global.Currency));
        Assert.Null(book.Find(Query("maker.model-v1:0") with { Tier = "flex" }).Row);
        Assert.Equal(100, book.MaxOutputTokensOf("us.maker.model-v1:0"));
        Assert.Equal(8, book.Find(Query("maker.other")).Row!.Input);
    }

    private static PriceMatch Find(
        string modelId, string? region = null, string? tier = null, long tokens = 10, string day = "2026-11-01")
    {
        using TemporaryFile file = TemporaryFile.With(Table);
        DateOnly date = DateOnly.ParseExact(day, "yyyy-MM-dd");
        return PriceBook.Read(file.Path).Find(new PriceQuery(modelId, region, tier, tokens, date));
    }

    private static PriceQuery Query(string modelId) => new(modelId, null, null, 10, new DateOnly(2026, 11, 1));
}
