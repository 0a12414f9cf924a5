using System.Text.Json;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Tests.Replies;

public sealed class SchemaSamplerTests
{
    [Theory]
    [InlineData("{}", "\"example\"")]
    [InlineData("""{"type":"object"}""", "{}")]
    [InlineData("""{"type":["null","integer"]}""", "1")]
    [InlineData("""{"type":"integer","exclusiveMinimum":3}""", "4")]
    [InlineData("""{"type":"number","maximum":-2}""", "-2")]
    [InlineData("""{"type":"string","minLength":9}""", "\"examplexx\"")]
    [InlineData("""{"type":"string","format":"date"}""", "\"2025-01-15\"")]
    [InlineData("""{"const":7}""", "7")]
    [InlineData("""{"enum":["a","b"]}""", "\"a\"")]
    [InlineData("""{"anyOf":[{"type":"boolean"},{"type":"null"}]}""", "true")]
    [InlineData("""{"type":"array","minItems":2,"items":{"type":"integer"}}""", "[1,1]")]
    [InlineData("""{"$ref":"#/$defs/x","$defs":{"x":{"type":"boolean"}}}""", "true")]
    [InlineData("""{"required":["a"],"properties":{"a":{"type":"boolean"},"b":{}}}""", """{"a":true}""")]
    [InlineData("""{"type":"object","required":["undescribed"]}""", """{"undescribed":"example"}""")]
    [InlineData("""{"type":"string","format":"duration"}""", "\"PT1H\"")]
    [InlineData("""{"type":"number","multipleOf":5,"minimum":7}""", "10")]
    [InlineData("""{"type":"array","maxItems":0,"items":{"type":"integer"}}""", "[]")]
    [InlineData("""{"required":["a"],"properties":{"a":{"type":"array","items":{"$ref":"#"}}}}""", """{"a":[]}""")]
    public void Makes_the_simplest_value_that_fits(string schema, string expected)
    {
        Assert.Equal(expected, new SchemaSampler(JsonDocument.Parse(schema).RootElement).Sample());
    }

    [Fact]
    public void A_schema_that_contains_itself_comes_to_an_end()
    {
        const string schema = """{"type":"object","required":["next"],"properties":{"next":{"$ref":"#"}}}""";

        Assert.StartsWith("{\"next\":", new SchemaSampler(JsonDocument.Parse(schema).RootElement).Sample());
    }
}
