using BedrockPS.Tests.Recording;
using BedrockPS.Usage;

namespace BedrockPS.Tests;

/// <summary>Tables that are wrong are refused, and the shipped one is not.</summary>
public class PriceTableTests
{
    private const string Head = """
        "format": "BedrockPS.Prices/1", "date": "2026-08-21", "currency": "USD"
        """;

    [Theory]
    [InlineData("""{ "date": "2026-08-21", "currency": "USD", "models": [] }""", "\"format\"")]
    [InlineData("""{ "format": "BedrockPS.Prices/2" }""", "'BedrockPS.Prices/2'")]
    [InlineData("""{ "format": "BedrockPS.Prices/1", "models": [] }""", "\"date\"")]
    [InlineData("{ HEAD }", "no \"models\"")]
    [InlineData("""{ HEAD, "models": [ { "prices": [ { "input": 1 } ] } ] }""", "no \"model\"")]
    [InlineData("""{ HEAD, "models": [ { "model": "a.b" } ] }""", "'a.b' has no \"prices\"")]
    [InlineData("""{ HEAD, "models": [ { "model": "a.b", "prices": [ { "tier": "x" } ] } ] }""", "neither")]
    [InlineData("""{ HEAD, "models": [ { "model": "a.b", "prices": [ { "input": -1 } ] } ] }""", "negative: -1")]
    [InlineData("""{ HEAD, "models": [ { "model": "a.b", "prices": [ { "inptu": 1 } ] } ] }""", "inptu")]
    [InlineData("""{ HEAD, "models": [ { "model": "a.b", "prices": [ { "input": "1" } ] } ] }""", "decimal")]
    [InlineData("""
        { HEAD, "models": [
            { "model": "a.b", "prices": [ { "input": 1, "from": "2026-02-02", "until": "2026-02-02" } ] } ] }
        """, "before it begins")]
    [InlineData("""
        { HEAD, "models": [
            { "model": "a.b", "prices": [ { "input": 1 } ] }, { "model": "A.b", "prices": [ { "input": 1 } ] } ] }
        """, "twice")]
    [InlineData("null", "null")]
    [InlineData("", "JSON")]
    public void AWrongTableIsRefusedByWhatIsWrong(string json, string expected)
    {
        using TemporaryFile file = TemporaryFile.With(json.Replace("HEAD", Head, StringComparison.Ordinal));

        BedrockException failure = Assert.Throws<BedrockException>(() => PriceBook.Read(file.Path));

        Assert.Equal("PriceTableInvalid", failure.ErrorCode);
        Assert.Contains(file.Path, failure.Message, StringComparison.Ordinal);
        Assert.Contains(expected, failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void AMissingTableIsNamed()
    {
        BedrockException failure = Assert.Throws<BedrockException>(() => PriceBook.Read("/nowhere/prices.json"));

        Assert.Contains("/nowhere/prices.json", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryShippedPriceHasItsSource()
    {
        PriceTable table = PriceTableFile.ReadShipped();

        Assert.True(table.Models!.Count > 100, $"{table.Models.Count} models");
        Assert.All(table.Models, model => Assert.All(model.Prices!, price => Assert.NotNull(price.Source)));
        Assert.DoesNotContain(table.Models.SelectMany(model => model.Prices!), price => price.Input == 0);
    }
}
