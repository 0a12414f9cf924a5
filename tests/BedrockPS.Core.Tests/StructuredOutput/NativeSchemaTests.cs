using System.Collections;
using BedrockPS.StructuredOutput;

namespace BedrockPS.Tests;

public class NativeSchemaTests
{
    [Theory]
    [InlineData(
        """{"type":"object","properties":{"a":{"type":"string"}}}""",
        """{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":false,"required":[]}""")]
    [InlineData(
        """{"properties":{"a":{"type":["string","null"]},"b":{"type":"string"}},"required":["b"],"type":"object"}""",
        """
        {"properties":{"a":{"type":["string","null"]},"b":{"type":"string"}},"required":["b","a"],"type":"object",
        "additionalProperties":false}
        """)]
    [InlineData(
        """{"type":"integer","minimum":1,"maximum":5,"description":"Score"}""",
        """{"type":"integer","description":"Score (minimum: 1, maximum: 5)"}""")]
    [InlineData(
        """{"type":"array","minItems":3,"maxItems":9,"items":{"type":"string","pattern":"^a","format":"regex"}}""",
        """
        {"type":"array","items":{"type":"string","description":"(pattern: \"^a\", format: \"regex\")"},
        "description":"(minItems: 3, maxItems: 9)"}
        """)]
    [InlineData(
        """{"type":"array","minItems":1,"items":{"type":"string","format":"date-time"}}""",
        """{"type":"array","minItems":1,"items":{"type":"string","format":"date-time"}}""")]
    [InlineData(
        """{"oneOf":[{"type":"string"},{"type":"null"}]}""",
        """{"anyOf":[{"type":"string"},{"type":"null"}]}""")]
    [InlineData("""{"$schema":"x","$id":"y","$comment":"z","default":1,"type":"string"}""", """{"type":"string"}""")]
    [InlineData(
        """{"type":"object","properties":{"minimum":{"type":"string"}},"required":["minimum"]}""",
        """
        {"type":"object","properties":{"minimum":{"type":"string"}},"required":["minimum"],
        "additionalProperties":false}
        """)]
    public void WhatTheServiceRefusesIsToldInstead(string schema, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings(""), Schemas.Text(NativeSchema.Of(Schemas.Parse(schema))));

    [Theory]
    [InlineData("""{"type":"object","properties":{"next":{"$ref":"#"}}}""")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}}""")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object"}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{}}}""")]
    [InlineData("""{"type":"array","prefixItems":[{"type":"string"}]}""")]
    [InlineData("""{"type":"string","not":{"const":"x"}}""")]
    public void WhatCannotBeSaidIsNotSaid(string schema) => Assert.Null(NativeSchema.Of(Schemas.Parse(schema)));

    [Fact]
    public void TheSchemaThatWasGivenStaysAsItIs()
    {
        IDictionary schema = Schemas.Parse("""{"type":"object","properties":{"a":{"type":"integer","minimum":1}}}""");
        string before = Schemas.Text(schema);

        Assert.NotNull(NativeSchema.Of(schema));
        Assert.Equal(before, Schemas.Text(schema));
    }
}
