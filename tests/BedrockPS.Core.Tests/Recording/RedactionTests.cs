using System.Text;
using BedrockPS.EventStream;
using BedrockPS.Recording;

namespace BedrockPS.Tests.Recording;

public class RedactionTests
{
    private static readonly string Token = "IQoJb3JpZ2luX2VjE" + new string('x', 80);

    private static readonly string SecretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private static readonly Redactor Standard = new([]);

    private static readonly Redactor NoNames = new(
        [text => text.Replace("alice", "***", StringComparison.Ordinal), text => text == "42" ? "***" : text]);

    public static TheoryData<string, string> Secrets => new()
    {
        { "arn:aws:bedrock:us-east-1:123456789012:x/y", "arn:aws:bedrock:us-east-1:000000000000:x/y" },
        { "not arn:aws-us-gov:sts::123456789012:role/a", "not arn:aws-us-gov:sts::000000000000:role/a" },
        { "Account 123456789012 may not", "Account 000000000000 may not" },
        { "accountId: 123456789012", "accountId: 000000000000" },
        { "AKIAIOSFODNN7EXAMPLE and ASIAIOSFODNN7EXAMPLE", "*** and ***" },
        { $"token {Token}.", "token ***." },
        { "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "aws_secret_access_key = ***" },
        { "bedrock-api-key-YmVkcm9jay5hbWF6b25hd3M=", "***" },
        { "ABSKQmVkcm9ja0FQSUtleS1leGFtcGxl", "***" },
        { "Authorization: Bearer abcdefghijklmnopqrst", "Authorization: Bearer ***" },
        { "?X-Amz-Signature=0123456789abcdef0123456789abcdef&x=1", "?X-Amz-Signature=***&x=1" },
        { $"X-Amz-Security-Token={Token}%2F{Token}%3D%3D&x=1", "X-Amz-Security-Token=***&x=1" },
        { $"({Token}%2F{Token}%3D)", "(***)" },
        { $"\\\"SecretAccessKey\\\": \\\"{SecretKey}\\\"", "\\\"SecretAccessKey\\\": \\\"***\\\"" },
        { $"Set-AWSCredential -SecretKey {SecretKey} -AccessKey x", "Set-AWSCredential -SecretKey *** -AccessKey x" },
        { $"AKIAIOSFODNN7EXAMPLE,{SecretKey}\n", "***,***\n" },
        { "aws_account_id    = 123456789012", "aws_account_id    = 000000000000" },
        { "OwnerId        : 123456789012", "OwnerId        : 000000000000" },
        { "arn%3Aaws%3Aiam%3A%3A123456789012%3Arole", "arn%3Aaws%3Aiam%3A%3A000000000000%3Arole" },
        { "arn:*:iam::123456789012:role/x", "arn:*:iam::000000000000:role/x" },
        { "https://sqs.eu-west-1.amazonaws.com/123456789012/x", "https://sqs.eu-west-1.amazonaws.com/000000000000/x" },
        { "123456789012.dkr.ecr.us-east-1.amazonaws.com/x", "000000000000.dkr.ecr.us-east-1.amazonaws.com/x" },
        { "Credential=x/20240101, Signature=0123456789abcdef0123456789abcdef", "Credential=x/20240101, Signature=***" },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public void KeysTokensSignaturesAndAccountsAreTakenOutOfAnyText(string text, string expected)
    {
        Assert.Equal(expected, Standard.Redact(text, null));
        Assert.Equal(expected, Standard.Redact(expected, null));
    }

    [Theory]
    [InlineData("123456789012 bytes in 202401011200 files")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0")]
    [InlineData("The secret access key is in the vault. Bearer of bad news. Signature=no")]
    public void WhatIsNoSecretStays(string text) => Assert.Equal(text, Standard.Redact(text, null));

    [Fact]
    public void WhatHoldsNoSecretKeepsItsBytes()
    {
        byte[] body = """{ "a": [1.50, "\u00e9", {"b" : null}], "a": "x" }"""u8.ToArray();

        Assert.Equal(body, NoNames.Redact(body).ToArray());
    }

    [Fact]
    public void RulesSeeEachValueAndOnlyValues()
    {
        ReadOnlyMemory<byte> plain = NoNames.Redact(
            """{"alice":"alice \"says\"","n":42,"list":["alice",42.0],"bucketOwner":"123456789012"}"""u8.ToArray());

        Assert.Equal(
            """{"alice":"*** \"says\"","n":"***","list":["***",42.0],"bucketOwner":"000000000000"}""",
            Encoding.UTF8.GetString(plain.Span));
    }

    [Fact]
    public void AMembersNameTellsASecretAndMayHoldOne()
    {
        ReadOnlyMemory<byte> plain = Standard.Redact(Encoding.UTF8.GetBytes(
            $$$"""
            {"Credentials":{"SecretAccessKey":"{{{SecretKey}}}","sessionToken": "{{{SecretKey}}}"},
            "aws:SourceAccount":["123456789012"],"OwnerId":123456789012,"bytes":123456789012,
            "arn:aws:iam::123456789012:role/\u0061" : {"secretKey":"short","nextToken":"{{{SecretKey}}}"}}
            """));

        Assert.Equal(
            $$$"""
            {"Credentials":{"SecretAccessKey":"***","sessionToken": "***"},
            "aws:SourceAccount":["000000000000"],"OwnerId":"000000000000","bytes":123456789012,
            "arn:aws:iam::000000000000:role/a" : {"secretKey":"short","nextToken":"{{{SecretKey}}}"}}
            """,
            Encoding.UTF8.GetString(plain.Span));
    }

    [Fact]
    public void FilesWithinJsonAreOpenedWhereTheyAreText()
    {
        string text = Convert.ToBase64String("alice,42\n"u8);
        string binary = Convert.ToBase64String([0xff, .. "alice"u8]);
        ReadOnlyMemory<byte> plain = NoNames.Redact(
            Encoding.UTF8.GetBytes($$$"""{"t":{"bytes":"{{{text}}}"},"b":{"bytes":"{{{binary}}}"}}"""));

        Assert.Equal(
            $$$"""{"t":{"bytes":"{{{Convert.ToBase64String("***,42\n"u8)}}}"},"b":{"bytes":"{{{binary}}}"}}""",
            Encoding.UTF8.GetString(plain.Span));
    }

    [Fact]
    public void PathsAndHeadersAreRedactedToo()
    {
        RecordedRequest request = Standard.Redact(new RecordedRequest(
            "POST", "/model/arn%3Aaws%3Abedrock%3Aeu-west-1%3A123456789012%3Aprovisioned-model%2Fx/converse", default));
        RecordedAnswer answer = Standard.Redact(new RecordedAnswer
        {
            Headers = [KeyValuePair.Create("x-amzn-bedrock-profile", "arn:aws:bedrock:eu-west-1:123456789012:x/y")],
        });

        Assert.Equal("arn:aws:bedrock:eu-west-1:000000000000:provisioned-model/x", request.ModelId);
        Assert.Equal("arn:aws:bedrock:eu-west-1:000000000000:x/y", answer.Headers[0].Value);
    }

    [Theory]
    [InlineData("alice", "say |ali|ce| and |more", "say |***|| and |more")]
    [InlineData("alice", "|a|l|i|c|e|", "|***|||||")]
    [InlineData("alice", "alice| and |alice", "*** and ***||")]
    [InlineData("alice", "ali|ce, ali|ce!", "***, ***||!")]
    [InlineData("alice", "no|thing", "no|thing")]
    public void ASecretIsFoundThoughAStreamTearsItApart(string name, string pieces, string expected)
    {
        SplitText.Piece[] list = [.. pieces.Split('|').Select(text => new SplitText.Piece(text))];
        SplitText.Redact(list, text => text.Replace(name, "***", StringComparison.Ordinal));

        Assert.Equal(expected.Split('|'), list.Select(piece => piece.Text));
    }

    [Fact]
    public void AStreamIsRedactedBlockByBlockAndOtherwiseKeepsItsBytes()
    {
        byte[][] frames =
        [
            Frames.Start,
            Frames.Delta("""{"text":"al"}"""), Frames.Delta("""{"text":"al"}""", block: 1),
            Frames.Delta("""{"text":"ice!"}"""), Frames.Delta("""{"text":"one"}""", block: 1),
            Frames.Event("chunk", Chunk("""{"outputText":"arn:aws:iam::1234"}""")),
            Frames.Event("chunk", Chunk("""{"outputText":"56789012:role"}""")),
            [0, 0, 1, .. "alice"u8],
        ];

        RecordedFrame[] plain = StreamRedaction.Redact(
            [.. frames.Select(bytes => new RecordedFrame(7, bytes))], NoNames);

        Assert.All(plain, frame => Assert.Equal(7, frame.At));
        foreach (int same in (int[])[0, 2, 4])
        {
            Assert.Equal(frames[same], plain[same].Bytes.ToArray());
        }

        Assert.Equal(Frames.Delta("""{"text":"***"}"""), plain[1].Bytes.ToArray());
        Assert.Equal(Frames.Delta("""{"text":"!"}"""), plain[3].Bytes.ToArray());
        Assert.Equal(Chunk("""{"outputText":"arn:aws:iam::000000000000"}"""), Payload(plain[5]));
        Assert.Equal(Chunk("""{"outputText":":role"}"""), Payload(plain[6]));
        Assert.Equal([0, 0, 1, .. "***"u8], plain[7].Bytes.ToArray());
    }

    private static string Chunk(string json) =>
        $$"""{"bytes":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(json))}}","p":"abc"}""";

    private static string Payload(RecordedFrame frame)
    {
        Assert.True(EventStreamDecoder.TryRead(frame.Bytes.Span, out EventStreamMessage? message, out _));
        return Encoding.UTF8.GetString(message!.Payload.Span);
    }
}
