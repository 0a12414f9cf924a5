using BedrockPS.StructuredOutput;

namespace BedrockPS.Tests;

public class JsonFinderTests
{
    [Theory]
    [InlineData("""{"a":1}""", """[{"a":1}]""")]
    [InlineData("  \n{\"a\":1}\n", """[{"a":1}]""")]
    [InlineData("\uFEFF[1,2]", "[[1,2]]")]
    [InlineData("42", "[42]")]
    [InlineData("\"text\"", "[\"text\"]")]
    [InlineData("```json\n{\"a\":1}\n```", """[{"a":1}]""")]
    [InlineData("Sure!\n```\n{\"a\":1}\n```\nAnything else?", """[{"a":1}]""")]
    [InlineData("""Here: {"a":"}]"} and [1].""", """[{"a":"}]"},[1]]""")]
    [InlineData("""{"a":"\"{"} tail""", """[{"a":"\"{"}]""")]
    [InlineData("""{"a":1,}""", """[{"a":1}]""")]
    [InlineData("{\"a\":1, // one\n\"b\":2}", """[{"a":1,"b":2}]""")]
    [InlineData("""{"a":1}{"a":2}""", """[{"a":1},{"a":2}]""")]
    [InlineData("""I use {braces} and then {"a":1}.""", """[{"a":1}]""")]
    [InlineData("""{"a":"größe 名前 \u00e9"}""", """[{"a":"größe 名前 é"}]""")]
    [InlineData("no JSON", "[]")]
    [InlineData("", "[]")]
    [InlineData("""{"a":1""", "[]")]
    public void JsonIsFoundWhereverItStands(string text, string expected) =>
        Assert.Equal(expected, Schemas.Text(JsonFinder.Find(text)));

    [Theory]
    [InlineData("""{"name":"root","kids":[{"name":"a","kids":[]},{"name":""")]
    [InlineData("""{"name":"root" "kids":[{"name":"a","kids":[]}]}""")]
    public void APartOfWhatIsBrokenIsNotTakenForTheWhole(string text)
    {
        Assert.Empty(JsonFinder.Find(text));
        Assert.True(JsonFinder.HasStart(text));
    }

    [Fact]
    public void AMillionBracketsTakeNoTime()
    {
        Assert.Empty(JsonFinder.Find(new string('[', 1_000_000)));
        Assert.Empty(JsonFinder.Find(new string('{', 500_000) + new string('}', 500_000)));
    }
}
