using System.Text;
using BedrockPS.Http;
using BedrockPS.Recording;

namespace BedrockPS.Tests.Recording;

public class MatchingTests
{
    private const string Path = "/model/m/converse";

    [Theory]
    [InlineData("""{"a":1,"b":{"c":[true,null]}}""", """{ "b": {"c":[true, null]}, "a": 1 }""")]
    [InlineData("""{"t":1,"p":0.5,"z":0}""", """{"t":1.0,"p":5e-1,"z":0.00}""")]
    [InlineData("""{"t":1e400}""", """{"t":1e400}""")]
    [InlineData("""{"a":"é"}""", """{"a":"\u00e9"}""")]
    [InlineData("""{"a":"\ud83d"}""", """{"a":"\ud83d"}""")]
    [InlineData("", "")]
    [InlineData("no json", "no json")]
    public void EqualJsonIsTheSameRequest(string recorded, string sent) => Assert.True(IsSame(recorded, sent));

    [Theory]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""")]
    [InlineData("""{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"a":1}""", """{"a":1,"b":null}""")]
    [InlineData("""{"a":{}}""", """{"a":[]}""")]
    [InlineData("""{"a":1e-40}""", """{"a":0}""")]
    [InlineData("""{"a":12345678901234567890123456789012345}""", """{"a":12345678901234567890123456789999999}""")]
    [InlineData("""{"a":"x"}""", """{"A":"x"}""")]
    [InlineData("no json", "No json")]
    public void OtherJsonIsAnotherRequest(string recorded, string sent) => Assert.False(IsSame(recorded, sent));

    [Theory]
    [InlineData("metadata", """{"metadata":{"run":1}}""", """{"metadata":{"run":2}}""")]
    [InlineData("id", """{"a":[{"id":1,"b":2}]}""", """{"a":[{"b":2}]}""")]
    [InlineData("$.system", """{"system":[{"text":"a"}]}""", """{}""")]
    [InlineData("a[*].b[0].text", """{"a":[{"b":[{"text":"x"}]}]}""", """{"a":[{"b":[{"text":"y"}]}]}""")]
    [InlineData("$['a b'].*", """{"a b":{"c":1}}""", """{"a b":{"d":2}}""")]
    public void IgnoredMembersMayDiffer(string ignored, string recorded, string sent)
    {
        Assert.False(IsSame(recorded, sent));
        Assert.True(IsSame(recorded, sent, ignored));
    }

    [Theory]
    [InlineData("$.system", """{"a":{"system":1}}""", """{"a":{"system":2}}""")]
    [InlineData("messages[1].text", """{"messages":[{"text":1}]}""", """{"messages":[{"text":2}]}""")]
    public void WhatIsNotIgnoredMayNot(string ignored, string recorded, string sent) =>
        Assert.False(IsSame(recorded, sent, ignored));

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData("a[x]")]
    [InlineData("a]")]
    public void AnIgnoredMemberThatIsNoneIsRefused(string rule)
    {
        BedrockException failure = Assert.Throws<BedrockException>(() => MemberRule.Parse(rule));

        Assert.Equal(ClientErrorCode.InvalidRequest, failure.ErrorCode);
        Assert.Contains($"'{rule}'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/models?byProvider=A&byType=TEXT", "/models?byType=TEXT&byProvider=A", true)]
    [InlineData("/model/a%3Ab/converse", "/model/a:b/converse", true)]
    [InlineData("/foundation-models?byProvider=A", "/foundation-models?byProvider=B", false)]
    [InlineData("/model/a/converse", "/model/a/converse-stream", false)]
    [InlineData("/model/a/converse", "/model/b/converse", false)]
    public void PathsAreComparedByWhatTheySay(string recorded, string sent, bool isSame) =>
        Assert.Equal(isSame, Key(recorded, "{}") == Key(sent, "{}"));

    [Fact]
    public void EqualRequestsAreAnsweredInOrderAndEachOnce()
    {
        ReplayTable table = Table(
            Exchange("""{"a":1}""", 201), Exchange("""{"b":1}""", 202), Exchange("""{"a":1.0}""", 203));
        RecordedRequest ask = Request("""{"a":1}""");

        Assert.Equal([201, 203], [table.Take(ask)!.Status, table.Take(ask)!.Status]);
        Assert.Null(table.Take(ask));
        Assert.Equal(1, table.Unused);
        Assert.Contains("holds 2 answer(s)", table.Explain(ask).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissShowsTheNearestRequestAndTheDifference()
    {
        string story = new('x', 200);
        ReplayTable table = Table(
            Exchange("""{"q":"zzz","n":9,"s":"t"}""", 200, line: 2),
            Exchange($$"""{"q":"{{story}}one","n":1,"s":"t"}""", 200, line: 3),
            new RecordedExchange(new RecordedRequest("GET", "/foundation-models", default), new RecordedAnswer(), 4));

        BedrockException failure = table.Explain(Request($$"""{"q":"{{story}}two","n":1,"extra":true,"s":"t"}"""));

        Assert.Equal((ClientErrorCode.RecordingMiss, "m"), (failure.ErrorCode, failure.ModelId));
        string[] lines = failure.Message.Split('\n');
        Assert.Contains("'calls' has no answer to this Converse request to 'm'", lines[0], StringComparison.Ordinal);
        Assert.Contains("line 3 ", lines[0], StringComparison.Ordinal);
        Assert.Equal("  $.extra: (absent) → true", lines[1]);
        string before = new('x', 30);
        Assert.Equal($"  $.q: …{before}one\" → …{before}two\"", lines[2]);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public void AMissNamesAnotherModelAndAnotherOperation()
    {
        ReplayTable table = Table(Exchange("{}", 200));
        RecordedRequest sent = new("POST", "/model/n/converse-stream", "{}"u8.ToArray());
        BedrockException failure = table.Explain(sent);

        Assert.Contains("  model: m → n", failure.Message, StringComparison.Ordinal);
        Assert.Contains("  operation: Converse → ConverseStream", failure.Message, StringComparison.Ordinal);
        Assert.Contains("holds no requests", Table().Explain(Request("{}")).Message, StringComparison.Ordinal);
    }

    private static ReplayTable Table(params RecordedExchange[] exchanges) =>
        new("calls", exchanges, [], request => request);

    private static RecordedRequest Request(string body) => new("POST", Path, Encoding.UTF8.GetBytes(body));

    private static RecordedExchange Exchange(string body, int status, int line = 0) =>
        new(Request(body), new RecordedAnswer { Status = status }, line);

    private static bool IsSame(string recorded, string sent, params string[] ignored) =>
        Key(Path, recorded, ignored) == Key(Path, sent, ignored);

    private static string Key(string path, string body, params string[] ignored) => RequestKey.Of(
        new RecordedRequest("POST", path, Encoding.UTF8.GetBytes(body)), [.. ignored.Select(MemberRule.Parse)]);
}
