using System.Collections;
using System.Collections.Specialized;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.Json.Serialization;
using BedrockPS.StructuredOutput;

namespace BedrockPS.Tests;

public class TypeSchemaTests
{
    public static TheoryData<Type, string> Plain => new()
    {
        { typeof(string), """{"type":"string"}""" },
        { typeof(int), """{"type":"integer"}""" },
        { typeof(int?), """{"type":["integer","null"]}""" },
        { typeof(byte), """{"type":"integer","minimum":0,"maximum":255}""" },
        { typeof(decimal), """{"type":"number"}""" },
        { typeof(bool), """{"type":"boolean"}""" },
        { typeof(DateTime), """{"type":"string","format":"date-time"}""" },
        { typeof(DateTimeOffset), """{"type":"string","format":"date-time"}""" },
        { typeof(DateOnly), """{"type":"string","format":"date"}""" },
        { typeof(Guid), """{"type":"string","format":"uuid"}""" },
        { typeof(Uri), """{"type":"string","format":"uri"}""" },
        { typeof(IPAddress), """{"type":"string"}""" },
        { typeof(Version), """{"type":"string"}""" },
        { typeof(Rank?), """{"type":["string","null"],"enum":["Low","High",null]}""" },
        { typeof(Rights), """{"type":"array","items":{"type":"string","enum":["Read","Write"]},"uniqueItems":true}""" },
        { typeof(int[]), """{"type":"array","items":{"type":"integer"}}""" },
        { typeof(IReadOnlyList<bool?>), """{"type":"array","items":{"type":["boolean","null"]}}""" },
        { typeof(HashSet<string>), """{"type":"array","items":{"type":"string"}}""" },
        { typeof(Dictionary<string, int>), """{"type":"object","additionalProperties":{"type":"integer"}}""" },
        { typeof(Hashtable), """{"type":"object","additionalProperties":true}""" },
        { typeof(object), "{}" },
    };

    [Theory]
    [MemberData(nameof(Plain))]
    public void APlainTypeIsOneValue(Type type, string expected)
    {
        string schema = Schemas.Text(TypeSchema.Of(type, new AnswerTypes()));

        Assert.Equal(expected, schema);
        Assert.Empty(Schemas.Library.Check(schema));
    }

    [Fact]
    public void AttributesAndNullabilityAreRead()
    {
        const string expected = """
            {"type":"object","properties":{
            "Id":{"type":"string","format":"uuid"},
            "Host":{"type":"string","description":"The machine"},
            "score":{"type":"integer","minimum":1,"maximum":5},
            "Tags":{"type":"array","items":{"type":"string","pattern":"^(?:[a-z]+)$"},"minItems":1},
            "Note":{"type":["string","null"],"minLength":0,"maxLength":80},
            "Level":{"type":"string","enum":["low","high"]},
            "Disk":{"anyOf":[{"type":"object","properties":{"Name":{"type":"string"}},"required":["Name"],
            "additionalProperties":false},{"type":"null"}]}},
            "required":["Id","Host","score","Tags","Level"],"additionalProperties":false,"description":"One report"}
            """;

        AssertSame(expected, typeof(Report));
    }

    [Fact]
    public void ATypeThatContainsItselfRefersToItself()
    {
        const string expected = """
            {"type":"object","properties":{"Name":{"type":"string"},"Kids":{"type":"array","items":{"$ref":"#"}}},
            "required":["Name","Kids"],"additionalProperties":false}
            """;

        AssertSame(expected, typeof(Node));
    }

    [Fact]
    public void ATypeFurtherDownThatContainsItselfIsADefinition()
    {
        const string expected = """
            {"type":"object","properties":{"Root":{"$ref":"#/$defs/Node"}},"required":["Root"],
            "additionalProperties":false,"$defs":{"Node":{"type":"object","properties":{"Name":{"type":"string"},
            "Kids":{"type":"array","items":{"$ref":"#/$defs/Node"}}},
            "required":["Name","Kids"],"additionalProperties":false}}}
            """;

        AssertSame(expected, typeof(Tree));
    }

    [Fact]
    public void ARecordIsMadeByItsConstructor()
    {
        AssertSame(
            """
            {"type":"object","properties":{"Name":{"type":"string"},"Size":{"type":"integer"}},
            "required":["Name","Size"],"additionalProperties":false}
            """,
            typeof(Volume));
        Assert.NotNull(AnswerTypes.ConstructorOf(typeof(Volume)));
        Assert.Null(AnswerTypes.ConstructorOf(typeof(Report)));
    }

    [Theory]
    [InlineData(typeof(Stream), "Stream: a System.IO.Stream cannot be answered")]
    [InlineData(typeof(Action), "Action: a System.Action cannot be answered")]
    [InlineData(typeof(Impossible), "Impossible.Inner: a System.IO.Stream cannot be answered")]
    public void WhatNoJsonCanBeIsNamed(Type type, string expected)
    {
        BedrockException error =
            Assert.Throws<BedrockException>(() => TypeSchema.Of(type, new AnswerTypes()));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FactsOfAnEngineAreAdded()
    {
        AnswerTypes types = new(property => new MemberFacts { IsHidden = property.Name == "Kids", TakesNull = true });

        OrderedDictionary schema = TypeSchema.Of(typeof(Node), types);

        Assert.Equal("""{"Name":{"type":["string","null"]}}""", Schemas.Text(schema["properties"]));
        Assert.Equal("[]", Schemas.Text(schema["required"]));
    }

    private static void AssertSame(string expected, Type type)
    {
        string schema = Schemas.Text(TypeSchema.Of(type, new AnswerTypes()));

        Assert.Equal(expected.ReplaceLineEndings(string.Empty), schema);
        Assert.Empty(Schemas.Library.Check(schema));
    }

    public enum Rank
    {
        Low,
        High,
    }

    [Flags]
    public enum Rights
    {
        Read = 1,
        Write = 2,
    }

    public class Item
    {
        public Guid Id { get; set; }
    }

    [Description("One report")]
    public sealed class Report : Item
    {
        [Description("The machine")]
        public string Host { get; set; } = string.Empty;

        [JsonPropertyName("score")]
        [Range(1, 5)]
        public int Score { get; set; }

        [MinLength(1)]
        [RegularExpression("[a-z]+")]
        public List<string> Tags { get; set; } = [];

        [StringLength(80)]
        public string? Note { get; set; }

        [AllowedValues("low", "high")]
        public string Level { get; set; } = "low";

        public Part? Disk { get; set; }

        [JsonIgnore]
        public string Secret { get; set; } = string.Empty;

        public string Computed => Host;

        public string this[int index] { get => Host; set => Host = value; }
    }

    public sealed class Part
    {
        public string Name { get; set; } = string.Empty;
    }

    public sealed class Node
    {
        public string Name { get; set; } = string.Empty;

        public Node[] Kids { get; set; } = [];
    }

    public sealed class Tree
    {
        public Node Root { get; set; } = new();
    }

    public sealed record Volume(string Name, long Size);

    public sealed class Impossible
    {
        public Stream Inner { get; set; } = Stream.Null;
    }
}
