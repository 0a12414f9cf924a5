using BedrockPS.StructuredOutput;

namespace BedrockPS.Tests;

public class AnswerSchemaTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "value")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "value")]
    [InlineData("""{"anyOf":[{"type":"object"},{"type":"null"}]}""", "value")]
    public void WhatIsNoObjectTravelsInOne(string schema, string member)
    {
        AnswerSchema answer = Schemas.Of(schema);

        Assert.Equal("object", answer.Sent["type"]);
        Assert.Equal(schema, Schemas.Text(((System.Collections.IDictionary)answer.Sent["properties"]!)[member]));
        Assert.Equal("x", answer.Unwrap(Schemas.Parse($$"""{"{{member}}":"x"}""")));
        Assert.Equal("x", answer.Unwrap("x"));
    }

    [Fact]
    public void ManyAreAList()
    {
        AnswerSchema answer = Schemas.Short("a int", isMany: true);

        Assert.Empty(answer.Validate(answer.Unwrap(Schemas.Parse("""{"items":[{"a":1},{"a":2}]}"""))));
        Assert.Equal(["$[1].a: Value is \"string\" but should be \"integer\""],
            answer.Validate(answer.Unwrap(Schemas.Parse("""{"items":[{"a":1},{"a":"x"}]}"""))));
        Assert.NotEmpty(answer.Validate(answer.Unwrap(Schemas.Parse("""{"a":1}"""))));
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"kids":{"type":"array","items":{"$ref":"#"}}}}""")]
    [InlineData(
        """
        {"$ref":"#/$defs/n","$defs":{"n":{"type":"object","properties":{"kids":{"items":{"$ref":"#/$defs/n"}}}}}}
        """)]
    [InlineData("""{"type":"object","properties":{"kids":{"type":"array","items":{"$ref":"#/properties/kids"}}}}""")]
    public void ReferencesSurviveTheWrapping(string schema)
    {
        AnswerSchema answer = Schemas.Of(schema, isMany: true);

        Assert.Empty(SchemaReferences.FindBroken(answer.Sent));
        Assert.Empty(SchemaReferences.FindBroken(answer.Value));
        Assert.Empty(answer.Validate(new object?[] { Schemas.Parse("""{"kids":[]}""") }));
        Assert.NotEmpty(answer.Validate(new object?[] { Schemas.Parse("""{"kids":[7]}""") }));
        Assert.NotEmpty(Schemas.Library.Compile(Schemas.Text(answer.Sent)).Validate("""{"items":[{"kids":[7]}]}"""));
    }

    [Fact]
    public void AnObjectThatHasTheMemberOfAWrappingIsNotUnwrapped() =>
        Assert.Empty(Schemas.Short("items string[]").Validate(
            Schemas.Short("items string[]").Unwrap(Schemas.Parse("""{"items":["a"]}"""))));

    [Theory]
    [InlineData("""{"type":"objekt"}""", "$.type: ")]
    [InlineData("""{"properties":{"a":{"$ref":"#/$defs/gone"}}}""", "$.properties.a.$ref: '#/$defs/gone' leads")]
    [InlineData("""{"items":{"$ref":"https://example.com/x"}}""", "$.items.$ref: 'https://example.com/x' leads")]
    public void ABadSchemaIsRefusedWithItsPlace(string schema, string expected)
    {
        BedrockException error = Assert.Throws<BedrockException>(() => Schemas.Of(schema));

        Assert.Equal("InvalidRequest", error.ErrorCode);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
