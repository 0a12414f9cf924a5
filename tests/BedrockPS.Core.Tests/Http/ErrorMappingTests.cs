using BedrockPS.Http;

namespace BedrockPS.Tests;

/// <summary>What the service, or something in front of it, answers instead of an answer.</summary>
public class ErrorMappingTests
{
    [Theory]
    [InlineData("ValidationException")]
    [InlineData("ValidationException:http://internal.amazon.com/coral/com.amazon.bedrock/")]
    [InlineData("com.amazon.coral.service#ValidationException")]
    [InlineData("aws.bedrock#ValidationException:http://internal.amazon.com/")]
    [InlineData("validationException")]
    public async Task TheHeaderNamesTheCode(string header)
    {
        BedrockException e = await AnswerAsync($"403 No\r\nx-amzn-ErrorType: {header}", """{"message":"no"}""");

        Assert.Equal(("ValidationException", "no", 403), (e.ErrorCode, e.Message, e.StatusCode));
    }

    [Theory]
    [InlineData("""{"__type":"com.amazon.bedrock#ThrottlingException","message":"m"}""", "ThrottlingException")]
    [InlineData("""{"__type":"ThrottlingException:http://x/","message":"m"}""", "ThrottlingException")]
    [InlineData("""{"code":"ThrottlingException","Message":"m"}""", "ThrottlingException")]
    [InlineData("""{"Code":"ThrottlingException","MESSAGE":"m"}""", "ThrottlingException")]
    public async Task TheBodyNamesTheCodeWhereTheHeaderDoesNot(string body, string code)
    {
        BedrockException e = await AnswerAsync("400 Bad", body);

        Assert.Equal((code, "m"), (e.ErrorCode, e.Message));
    }

    [Theory]
    [InlineData("x-amz-security-token:IQoJb3/to+ken==\\nx-amz-date:1", "x-amz-security-token:***\nx-amz-date:1")]
    [InlineData("X-Amz-Security-Token=IQoJb3%2Fto%2Bken&b=1", "X-Amz-Security-Token=***&b=1")]
    [InlineData("host;x-amz-security-token\\n\\n8a1b", "host;x-amz-security-token\n\n8a1b")]
    public async Task TheSessionTokenIsTakenOutOfTheRequestThatAwsQuotes(string quoted, string shown)
    {
        BedrockException e = await AnswerAsync(
            "403 No\r\nx-amzn-ErrorType: InvalidSignatureException",
            $$"""{"message":"The Canonical String for this request should have been\n'POST\n{{quoted}}'"}""");

        Assert.Equal($"The Canonical String for this request should have been\n'POST\n{shown}'", e.Message);
    }

    [Fact]
    public async Task AStatusInTheBodyIsNoCode()
    {
        BedrockException e = await AnswerAsync("429 Slow", """{"code":429,"message":"m"}""");

        Assert.Equal(("ThrottlingException", "m"), (e.ErrorCode, e.Message));
    }

    [Fact]
    public async Task JsonWithoutAMessageIsQuoted()
    {
        BedrockException e = await AnswerAsync("403 No", """{"detail":"ask the gateway's owner"}""");

        Assert.Equal(
            ("AccessDeniedException", """HTTP status 403: "{"detail":"ask the gateway's owner"}"."""),
            (e.ErrorCode, e.Message));
    }

    [Fact]
    public async Task WhatTheModelSaidIsKeptApartAndInTheMessage()
    {
        const string Body = """
            {"message":"Failed.","originalStatusCode":400,"originalMessage":"Bad tool.","resourceName":"arn:x"}
            """;
        BedrockException e = await AnswerAsync("424 X\r\nx-amzn-ErrorType: ModelErrorException", Body);

        Assert.Equal("Failed. The model said: Bad tool.", e.Message);
        Assert.Equal((400, "Bad tool.", "arn:x"), (e.OriginalStatusCode, e.OriginalMessage, e.ResourceName));
    }

    [Fact]
    public async Task TheHeaderComesBeforeTheBody()
    {
        BedrockException e = await AnswerAsync(
            "400 Bad\r\nx-amzn-ErrorType: ValidationException", """{"__type":"OtherException","message":"m"}""");

        Assert.Equal("ValidationException", e.ErrorCode);
    }

    [Theory]
    [InlineData(400, "ValidationException")]
    [InlineData(401, "AccessDeniedException")]
    [InlineData(403, "AccessDeniedException")]
    [InlineData(404, "ResourceNotFoundException")]
    [InlineData(408, "ModelTimeoutException")]
    [InlineData(418, "HttpStatus418")]
    [InlineData(424, "ModelErrorException")]
    [InlineData(429, "ThrottlingException")]
    [InlineData(500, "InternalServerException")]
    [InlineData(502, "InternalServerException")]
    [InlineData(503, "ServiceUnavailableException")]
    public async Task TheStatusNamesTheCodeWhereNothingElseDoes(int status, string code)
    {
        Assert.Equal(code, (await AnswerAsync($"{status} X", """{"message":"m"}""")).ErrorCode);
        Assert.Equal((code, $"HTTP status {status}."), await CodeAndMessageAsync($"{status} X", string.Empty));
    }

    [Fact]
    public async Task TheRequestIdIsKept()
    {
        BedrockException e = await AnswerAsync("400 Bad\r\nx-amzn-RequestId: id-1", "{}");

        Assert.Equal("id-1", e.RequestId);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    [InlineData(502)]
    public async Task HtmlIsUnexpectedAndItsStartIsQuoted(int status)
    {
        BedrockException e = await AnswerAsync($"{status} X\r\nContent-Type: text/html", "<html>\r\n <h1>Log in</h1>");

        Assert.Equal((ClientErrorCode.UnexpectedResponse, status), (e.ErrorCode, e.StatusCode));
        Assert.Contains("<html> <h1>Log in</h1>", e.Message, StringComparison.Ordinal);
        Assert.Contains("text/html", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALongPageIsQuotedInPart()
    {
        BedrockException e = await AnswerAsync("502 X\r\nContent-Type: text/html", new string('x', 100_000));

        Assert.InRange(e.Message.Length, 160, 500);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"output":7}""")]
    [InlineData("""{"output":{"message":{"role":"assistant","content":[{"text":7}]}}}""")]
    [InlineData("""{"output":{"message":{"content":[{"reasoningContent":{"redactedContent":"!"}}]}}}""")]
    [InlineData("")]
    public async Task JsonThatIsNoAnswerIsUnexpected(string body) =>
        Assert.Equal(ClientErrorCode.UnexpectedResponse, (await AnswerAsync("200 OK", body)).ErrorCode);

    [Fact]
    public async Task HtmlInsteadOfAStreamIsUnexpected()
    {
        await using RawServer server = new("200 OK\r\nContent-Type: text/html", "<html>hello"u8.ToArray());

        BedrockException e = await Calls.FailStreamAsync(server.Uri);

        Assert.Equal(ClientErrorCode.UnexpectedResponse, e.ErrorCode);
        Assert.Contains("<html>hello", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARedirectIsRefusedAndNotFollowed()
    {
        await using RawServer other = new("200 OK", "{}"u8.ToArray());
        await using RawServer server = new($"307 Moved\r\nLocation: {other.Uri}", []);

        BedrockException e = await Calls.FailAsync(server.Uri);

        Assert.Equal((ClientErrorCode.UnexpectedResponse, 307, 0), (e.ErrorCode, e.StatusCode, other.Requests));
        Assert.Contains(other.Uri.ToString(), e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerThatIsCutIsUnexpectedAndNotAskedForAgain()
    {
        await using RawServer server = new(
            _ => "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"output\""u8.ToArray());

        BedrockException e = await Calls.FailAsync(server.Uri, new CallOptions { MaxAttempts = 3 });

        Assert.Equal((ClientErrorCode.UnexpectedResponse, 1, 1), (e.ErrorCode, e.Attempts, server.Requests));
    }

    [Fact]
    public async Task AnErrorWhoseBodyIsCutStillHasItsCode()
    {
        await using RawServer server = new(
            _ => "HTTP/1.1 400 X\r\nx-amzn-ErrorType: ValidationException\r\nContent-Length: 900\r\n\r\n{"u8.ToArray());

        Assert.Equal("ValidationException", (await Calls.FailAsync(server.Uri)).ErrorCode);
    }

    private static async Task<(string, string)> CodeAndMessageAsync(string head, string body)
    {
        BedrockException e = await AnswerAsync(head, body);
        return (e.ErrorCode, e.Message);
    }

    private static async Task<BedrockException> AnswerAsync(string head, string body)
    {
        await using RawServer server = new(_ => RawServer.Response(head, body));
        return await Calls.FailAsync(server.Uri);
    }
}
