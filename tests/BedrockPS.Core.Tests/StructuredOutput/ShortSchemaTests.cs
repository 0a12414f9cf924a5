using System.Collections;
using System.Collections.Specialized;
using BedrockPS.StructuredOutput;

namespace BedrockPS.Tests;

public class ShortSchemaTests
{
    [Theory]
    [InlineData("name", """{"name":{"type":"string"}}""")]
    [InlineData("age int", """{"age":{"type":"integer"}}""")]
    [InlineData("tags string[]", """{"tags":{"type":"array","items":{"type":"string"}}}""")]
    [InlineData("rows int[][]", """{"rows":{"type":"array","items":{"type":"array","items":{"type":"integer"}}}}""")]
    [InlineData("when datetime", """{"when":{"type":"string","format":"date-time"}}""")]
    [InlineData("cpu Double", """{"cpu":{"type":"number"}}""")]
    [InlineData("level low|high", """{"level":{"type":"string","enum":["low","high"]}}""")]
    [InlineData("level low | high", """{"level":{"type":"string","enum":["low","high"]}}""")]
    [InlineData("level \"very low|high\"", """{"level":{"type":"string","enum":["very low","high"]}}""")]
    [InlineData("level enum(low|'very high')", """{"level":{"type":"string","enum":["low","very high"]}}""")]
    [InlineData("levels low|high[]", """{"levels":{"type":"array","items":{"type":"string","enum":["low","high"]}}}""")]
    [InlineData("code 404|500", """{"code":{"type":"string","enum":["404","500"]}}""")]
    [InlineData("x: what it is", """{"x":{"type":"string","description":"what it is"}}""")]
    [InlineData("x int: one, two", """{"x":{"type":"integer","description":"one"},"two":{"type":"string"}}""")]
    [InlineData("x int: 'one, two'", """{"x":{"type":"integer","description":"one, two"}}""")]
    [InlineData("'odd name' any", """{"odd name":{}}""")]
    [InlineData("größe, 名前 int", """{"größe":{"type":"string"},"名前":{"type":"integer"}}""")]
    [InlineData("a,\n b int\n c bool;", """{"a":{"type":"string"},"b":{"type":"integer"},"c":{"type":"boolean"}}""")]
    public void AFieldHasANameATypeAndAMeaning(string form, string properties) =>
        Assert.Equal(properties, Schemas.Text(ShortSchema.Parse(form)["properties"]));

    [Fact]
    public void WhatMayBeNullIsNotRequired()
    {
        const string expected = """
            {"type":"object","properties":{"a":{"type":"string"},"b":{"type":["integer","null"]},
            "c":{"type":["string","null"],"enum":["x","y",null]}},"required":["a"],"additionalProperties":false}
            """;

        Assert.Equal(expected.ReplaceLineEndings(""), Schemas.Text(ShortSchema.Parse("a, b int?, c x|y?")));
    }

    [Fact]
    public void FieldsNest()
    {
        const string expected = """
            {"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"gb":{"type":"integer"}},
            "required":["name","gb"],"additionalProperties":false},"description":"all of them"}
            """;

        OrderedDictionary schema = ShortSchema.Parse("host, disks { name, gb int }[]: all of them");

        Assert.Equal(expected.ReplaceLineEndings(""), Schemas.Text(((IDictionary)schema["properties"]!)["disks"]));
    }

    [Theory]
    [InlineData("", 1, "a field was expected")]
    [InlineData(" , ", 4, "a field was expected")]
    [InlineData("name, age integr", 11, "'integr' is no type")]
    [InlineData("name string foo", 13, "a ',' or the end was expected")]
    [InlineData("a, b int, a", 11, "the field 'a' is there already")]
    [InlineData("tags string[", 13, "a ']' was expected")]
    [InlineData("n { a int", 10, "a '}' was expected")]
    [InlineData("n { }", 5, "a field was expected")]
    [InlineData("level low|", 11, "a word was expected behind '|'")]
    [InlineData("level enum(a|b", 15, "a ')' was expected")]
    [InlineData("x 'open", 3, "the quote is not closed")]
    [InlineData("? int", 1, "the name of a field was expected")]
    [InlineData("a }", 3, "a ',' or the end was expected")]
    public void WhatCannotBeReadIsNamedWithItsColumn(string form, int column, string expected)
    {
        BedrockException error = Assert.Throws<BedrockException>(() => ShortSchema.Parse(form));

        string message = $"-Schema cannot be read at column {column}: {expected}";
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryTypeIsAJsonSchema()
    {
        IEnumerable<string> fields = ShortTypes.Names.Split(", ").Select((type, i) => $"f{i} {type}, g{i} {type}[]?");
        string form = string.Join(", ", fields);

        Assert.Empty(Schemas.Library.Check(Schemas.Text(ShortSchema.Parse(form))));
    }
}
