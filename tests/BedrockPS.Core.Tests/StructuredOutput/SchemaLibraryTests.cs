using System.Runtime.Loader;
using BedrockPS.StructuredOutput;

namespace BedrockPS.Tests;

public class SchemaLibraryTests
{
    private readonly ISchemaLibrary _library = Schemas.Library;

    [Fact]
    public void TheLibraryLivesInAContextOfItsOwn()
    {
        AssemblyLoadContext context = AssemblyLoadContext.GetLoadContext(_library.GetType().Assembly)!;
        _library.Check("{}");

        Assert.Equal("BedrockPS.Schema", context.Name);
        Assert.Contains(context.Assemblies, assembly => assembly.GetName().Name == "JsonSchema.Net");
        Assert.DoesNotContain(
            AssemblyLoadContext.Default.Assemblies, assembly => assembly.GetName().Name == "JsonSchema.Net");
    }

    [Fact]
    public void AMissingFileIsNamed()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            FileNotFoundException error =
                Assert.Throws<FileNotFoundException>(() => SchemaLibraryLoader.Open(folder));
            Assert.Contains("incomplete", error.Message, StringComparison.Ordinal);
            Assert.Equal(Path.Combine(folder, "BedrockPS.Schema.dll"), error.FileName);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("""{"type":"strnig"}""", "$.type: it must be string")]
    [InlineData("""{"properties":{"a b":{"type":["x"]}}}""", "$.properties['a b'].type")]
    [InlineData("""{"minimum":"1"}""", "$.minimum: ")]
    [InlineData("""{"required":"a"}""", "$.required: ")]
    [InlineData("""{"pattern":"[a"}""", "$.pattern: ")]
    [InlineData("""{"enum":1}""", "$.enum: ")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-04/schema#"}""", "$.$schema: ")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-07/schema#","minLength":-1}""", "$.minLength: ")]
    public void WhatIsWrongWithASchemaIsNamedWithItsPlace(string schema, string expected) =>
        Assert.Contains(_library.Check(schema), problem => problem.StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"type":"object"}""")]
    [InlineData("""{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"array"}""")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-07/schema#","definitions":{"a":{}}}""")]
    [InlineData("""{"$id":"https://example.com/a","unknownKeyword":7}""")]
    public void ASchemaThatIsOneHasNothingWrong(string schema)
    {
        Assert.Empty(_library.Check(schema));

        // Twice: the same $id may come again.
        Assert.Empty(_library.Check(schema));
    }

    [Theory]
    [InlineData("""{"a":"x","list":[1]}""", "$.a: Value is \"string\" but should be \"integer\"")]
    [InlineData("""{"list":[1]}""", "$: Required properties [\"a\"] are not present")]
    [InlineData("""{"a":1,"list":["x"]}""", "$.list[0]: ")]
    [InlineData("""{"a":1,"list":[],"more":1}""", "$.more: the schema has no such member")]
    [InlineData("""{"a":1,"list":[],"level":"mid"}""", "$.level: the value is none of those that the schema lists")]
    [InlineData("""{"a":1,"list":[],"when":"gestern"}""", "$.when: ")]
    [InlineData("""{"a":1,"list":[],"maybe":"x"}""", "$.maybe: Value is \"string\" but should be \"integer\"")]
    public void WhatIsWrongWithAValueIsNamedWithItsPlace(string value, string expected)
    {
        string problem = Assert.Single(Judge.Validate(value));

        Assert.StartsWith(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-01-15T10:00:00Z", true)]
    [InlineData("2025-01-15T10:00:00.123+02:00", true)]
    [InlineData("2025-01-15T10:00:00", true)]
    [InlineData("2025-01-15 10:00", true)]
    [InlineData("10:00", false)]
    [InlineData("yesterday", false)]
    public void ATimeNeedsNoOffset(string time, bool isGood) =>
        Assert.Equal(isGood, Judge.Validate($$"""{"a":1,"list":[],"when":"{{time}}"}""").Count == 0);

    [Theory]
    [InlineData("PT1H30M", true)]
    [InlineData("1.02:03:04", true)]
    [InlineData("soon", false)]
    public void ASpanMayBeWrittenAsDotNetDoes(string span, bool isGood) =>
        Assert.Equal(isGood, Judge.Validate($$"""{"a":1,"list":[],"for":"{{span}}"}""").Count == 0);

    [Fact]
    public void AThousandItemsAreJudged()
    {
        string list = string.Join(',', Enumerable.Range(0, 100_000));

        Assert.Empty(Judge.Validate($$"""{"a":1,"list":[{{list}}]}"""));
    }

    private ISchemaValidator Judge => _library.Compile(
        """
        {"type":"object","required":["a","list"],"additionalProperties":false,"properties":{
          "a":{"type":"integer"},"list":{"type":"array","items":{"type":"integer"}},
          "level":{"enum":["low","high"]},"when":{"type":"string","format":"date-time"},
          "for":{"type":"string","format":"duration"},
          "maybe":{"anyOf":[{"type":"integer"},{"type":"null"}]}}}
        """);
}
