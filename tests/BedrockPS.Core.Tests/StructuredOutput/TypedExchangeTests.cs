using System.Collections;
using BedrockPS.Converse;
using BedrockPS.Http;
using BedrockPS.StructuredOutput;

namespace BedrockPS.Tests;

/// <summary>Typed answers against the local endpoint, call by call.</summary>
public sealed class TypedExchangeTests : IDisposable
{
    private const string Claude = "us.anthropic.claude-haiku-4-5-20251001-v1:0";
    private const string Llama = "us.meta.llama3-3-70b-instruct-v1:0";
    private const string Schema = "name, age int";

    private readonly LocalEndpoint _endpoint = LocalEndpoint.Start();
    private readonly AnswerMemory _memory = new();
    private readonly List<string> _notes = [];

    public void Dispose() => _endpoint.Dispose();

    [Theory]
    [InlineData(Claude, "outputConfig.textFormat")]
    [InlineData(Calls.Model, "a tool that the model must call")]
    public void TheSurestWayIsTaken(string modelId, string told)
    {
        TypedAnswer answer = Ask(Schema, modelId);

        Assert.Equal("""{"name":"example","age":1}""", Schemas.Text(answer.Value));
        Assert.Contains(told, Assert.Single(_notes), StringComparison.Ordinal);
        Assert.Equal("assistant", Assert.Single(answer.Turns).Role);
        Assert.Equal("""{"name":"example","age":1}""", Schemas.Text(Schemas.Parse(answer.Turns[0].ToString())));
    }

    [Fact]
    public void AModelThatCanNeitherIsInstructed()
    {
        Reply("""{"name":"a","age":3}""");

        TypedAnswer answer = Ask(Schema, Llama);

        Assert.Equal("""{"name":"a","age":3}""", Schemas.Text(answer.Value));
        Assert.Contains("<schema>", Schemas.Text(Sent()["system"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The model returned the following errors: output_config.format: Extra inputs are not permitted", true)]
    [InlineData("This model doesn't support structured output. Remove outputConfig and try again.", true)]
    [InlineData("outputConfig.textFormat: the schema is too complex.", false)]
    public void AModelThatRefusesIsAskedInTheNextWay(string message, bool isRemembered)
    {
        _endpoint.Enqueue(new LocalReply { ErrorCode = "ValidationException", Message = message });

        TypedAnswer answer = Ask(Schema, Claude);
        Ask(Schema, Claude);

        Assert.Equal("""{"name":"example","age":1}""", Schemas.Text(answer.Value));
        Assert.True(Sent(1).Contains("toolConfig"));
        Assert.False(Sent(1).Contains("outputConfig"));
        Assert.Equal(isRemembered, !Sent(2).Contains("outputConfig"));
        Assert.Contains(message, _notes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void EveryWayIsTriedToTheLast()
    {
        foreach (string message in new[]
        {
            "output_config.format: Extra inputs are not permitted",
            "This model doesn't support the toolConfig.toolChoice.tool field. Remove it and try again.",
            "This model doesn't support system messages. Try again without system messages.",
        })
        {
            _endpoint.Enqueue(new LocalReply { ErrorCode = "ValidationException", Message = message });
        }

        Reply("""{"name":"a","age":3}""");
        Ask(Schema, Claude);

        Assert.Equal(4, _endpoint.RequestCount);
        Assert.False(Sent().Contains("system"));
        Assert.Contains("<schema>", Schemas.Text(Sent()["messages"]), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherRefusalIsReportedAtOnce()
    {
        _endpoint.Enqueue(new LocalReply { ErrorCode = "ValidationException", Message = "Input is too long." });

        Assert.Equal("Input is too long.", Assert.Throws<BedrockException>(() => Ask(Schema, Claude)).Message);
        Assert.Equal(1, _endpoint.RequestCount);
    }

    [Fact]
    public void AWrongAnswerIsAskedForOnceMore()
    {
        Reply("""Sure: {"name":"a","age":"old"}""");
        Reply("""{"name":"a","age":3}""");

        TypedAnswer answer = Ask(Schema, Llama);

        Assert.Equal("""{"name":"a","age":3}""", Schemas.Text(answer.Value));
        Assert.Equal("""{"name":"a","age":3}""", Assert.Single(answer.Turns).ToString());
        Assert.Contains("- $.age: Value is ", Schemas.Text(Sent()["messages"]), StringComparison.Ordinal);
        Assert.Equal(2, answer.Response.Attempts);
    }

    [Fact]
    public void AWrongCallIsAnsweredWithAnErrorAndForcedAgain()
    {
        _endpoint.Enqueue(new LocalReply { ToolName = "give_answer", ToolInputJson = """{"name":7,"age":3}""" });

        TypedAnswer answer = Ask(Schema);

        IDictionary sent = Sent();
        Assert.Contains("\"toolResult\":{\"toolUseId\":", Schemas.Text(sent["messages"]), StringComparison.Ordinal);
        Assert.Contains("\"status\":\"error\"", Schemas.Text(sent["messages"]), StringComparison.Ordinal);
        Assert.Contains("toolChoice", Schemas.Text(sent["toolConfig"]), StringComparison.Ordinal);
        Assert.IsType<TextBlock>(Assert.Single(Assert.Single(answer.Turns).Content));
    }

    [Theory]
    [InlineData("I cannot say.", "there is no JSON in the answer")]
    [InlineData("""{"name":"a","age":""", "the JSON of the answer is broken")]
    [InlineData("""{"name":"a"}""", "$: Required properties [\"age\"] are not present")]
    [InlineData("""{"name":"a","age":3,"more":1}""", "$.more: the schema has no such member")]
    [InlineData("""{"name":"a","age":3.5}""", "$.age: ")]
    [InlineData("[]", "$: Value is \"array\"")]
    public void AnAnswerThatStaysWrongIsAnError(string text, string expected)
    {
        Reply(text);
        Reply(text);

        BedrockException error = Assert.Throws<BedrockException>(() => Ask(Schema, Llama));

        Assert.Equal(ClientErrorCode.InvalidAnswer, error.ErrorCode);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(text, Assert.IsType<ConverseResponse>(error.PartialResponse).Text);
        Assert.Equal(2, _endpoint.RequestCount);
    }

    [Theory]
    [InlineData("max_tokens", "AnswerTruncated")]
    [InlineData("model_context_window_exceeded", "AnswerTruncated")]
    [InlineData("guardrail_intervened", "AnswerRefused")]
    [InlineData("content_filtered", "AnswerRefused")]
    public void WhatWasCutOrRefusedIsNotRepaired(string stopReason, string code)
    {
        _endpoint.Enqueue(new LocalReply { Text = """{"name":"a""", StopReason = stopReason });

        BedrockException error = Assert.Throws<BedrockException>(() => Ask(Schema, Llama));

        Assert.Equal(code, error.ErrorCode);
        Assert.Equal("""{"name":"a""", Assert.IsType<ConverseResponse>(error.PartialResponse).Text);
        Assert.Equal(1, _endpoint.RequestCount);
    }

    [Fact]
    public void ACutThatCameBehindTheWholeAnswerDoesNotMatter()
    {
        _endpoint.Enqueue(new LocalReply { Text = """{"name":"a","age":3} and""", StopReason = "max_tokens" });

        Assert.Equal("""{"name":"a","age":3}""", Schemas.Text(Ask(Schema, Llama).Value));
    }

    [Fact]
    public void TheLastThatFitsIsTheAnswer()
    {
        Reply("""Perhaps {"name":"a","age":1}. No: {"name":"b","age":2}. See [1].""");

        Assert.Equal("""{"name":"b","age":2}""", Schemas.Text(Ask(Schema, Llama).Value));
    }

    [Fact]
    public void WhatTheCallerCannotConvertIsRepairedToo()
    {
        TypedAnswer answer = Ask(Schema, Calls.Model, value => _endpoint.RequestCount > 1
            ? value
            : throw new FormatException("$.age: the value is no Int32"));

        Assert.Equal(2, _endpoint.RequestCount);
        Assert.Contains("$.age: the value is no Int32", Schemas.Text(Sent()["messages"]), StringComparison.Ordinal);
        Assert.NotNull(answer.Value);
    }

    [Fact]
    public void AModelThatThinksFirstIsNotForced()
    {
        Reply("""{"name":"a","age":3}""");
        ConverseRequest request = Calls.Question();
        request.AdditionalModelRequestFields = Schemas.Parse("""{"thinking":{"type":"enabled"}}""");

        Ask(new TypedQuestion(request, _endpoint.Uri), Schemas.Short(Schema), value => value);

        Assert.False(Sent().Contains("toolConfig"));
        Assert.True(Sent().Contains("system"));
    }

    [Fact]
    public void TheRequestThatWasGivenStaysAsItIs()
    {
        Reply("no");
        ConverseRequest request = Calls.Question();

        Ask(new TypedQuestion(request, _endpoint.Uri), Schemas.Short(Schema), value => value);

        Assert.Null(request.ToolConfig);
        Assert.Single(request.Messages);
    }

    private TypedAnswer Ask(string schema, string modelId = Calls.Model, Func<object?, object?>? convert = null)
    {
        ConverseRequest request = Calls.Question();
        request.ModelId = modelId;
        return Ask(new TypedQuestion(request, _endpoint.Uri), Schemas.Short(schema), convert ?? (value => value));
    }

    private TypedAnswer Ask(TypedQuestion question, AnswerSchema schema, Func<object?, object?> convert) =>
        new TypedExchange(schema, convert, _memory, _notes.Add).Ask(question, Send);

    private ConverseResponse Send(ConverseExchange exchange)
    {
        using BedrockConnection connection = Calls.Connect(_endpoint.Uri);
        exchange.Add(connection.ConverseAsync(exchange.Request).WaitAsync(Calls.Patience).GetAwaiter().GetResult());
        return exchange.ToResponse();
    }

    private void Reply(string text) => _endpoint.Enqueue(new LocalReply { Text = text });

    private IDictionary Sent(int? index = null) =>
        Schemas.Parse(_endpoint.Requests[index ?? (_endpoint.Requests.Count - 1)].Body);
}
