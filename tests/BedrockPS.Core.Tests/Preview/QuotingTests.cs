using System.Text.Json;
using BedrockPS.Preview;

namespace BedrockPS.Tests;

/// <summary>Texts that would break out of a literal.</summary>
public class QuotingTests
{
    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("''", @"''\'''\'''")]
    [InlineData("$HOME `id` \"x\" \\ !", "'$HOME `id` \"x\" \\ !'")]
    [InlineData("a\nb", "'a\nb'")]
    public void CurlQuotesForAShell(string text, string expected) => Assert.Equal(expected, CurlRenderer.Quote(text));

    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("it's", "'it''s'")]
    [InlineData("\u2018a\u2019\u201Ab\u201B", "'\u2018\u2018a\u2019\u2019\u201A\u201Ab\u201B\u201B'")]
    [InlineData("$env:X $(id) `n \"x\"", "'$env:X $(id) `n \"x\"'")]
    [InlineData("a\n'@\nb", "'a\n''@\nb'")]
    public void PowerShellQuotesItsOwnWay(string text, string expected) =>
        Assert.Equal(expected, PowerShellRenderer.Quote(text));

    [Theory]
    [InlineData("it's", "\"it's\"")]
    [InlineData("a \"b\" \\n", """
        "a \"b\" \\n"
        """)]
    [InlineData("a\r\n\tb\0\u001b\u2028\u202e", """
        "a\r\n\tb\u0000\u001b\u2028\u202e"
        """)]
    [InlineData("漢字 🌊 {x} %s", "\"漢字 🌊 {x} %s\"")]
    public void PythonEscapes(string text, string expected) => Assert.Equal(expected, PythonLiteral.OfText(text));

    [Theory]
    [InlineData("""[true,false,null,1,-0.5,1e5,"x"]""", """[True, False, None, 1, -0.5, 1e5, "x"]""")]
    [InlineData("""{"a":{},"b":[]}""", """{"a": {}, "b": []}""")]
    public void PythonHasItsOwnWordsForValues(string json, string expected) =>
        Assert.Equal(expected, PythonLiteral.Of(JsonOf.Parse(json), string.Empty, blobs: null));

    [Fact]
    public void ALongValueIsBrokenIntoLines()
    {
        string text = new('x', 90);
        string literal = PythonLiteral.Of(JsonOf.Parse($$"""{"a":["{{text}}",1],"b":2}"""), "  ", blobs: null);

        string[] lines =
            ["{", "      \"a\": [", $"          \"{text}\",", "          1,", "      ],", "      \"b\": 2,", "  }"];
        Assert.Equal(string.Join('\n', lines), literal);
    }

    [Theory]
    [InlineData("""{"messages":[{"content":[{"image":{"source":{"bytes":"AAAA"}}}]}]}""", true)]
    [InlineData("""{"messages":[{"toolResult":{"content":[{"document":{"source":{"bytes":"AAAA"}}}]}}]}""", true)]
    [InlineData("""{"messages":[{"content":[{"reasoningContent":{"redactedContent":"AAAA"}}]}]}""", true)]
    [InlineData("""{"messages":[{"content":[{"toolUse":{"input":{"source":{"bytes":"AAAA"}}}}]}]}""", false)]
    [InlineData("""{"messages":[{"toolResult":{"content":[{"json":{"source":{"bytes":"AAAA"}}}]}}]}""", false)]
    [InlineData("""{"additionalModelRequestFields":{"source":{"bytes":"AAAA"}}}""", false)]
    [InlineData("""{"messages":[{"content":[{"text":"bytes"}]}]}""", false)]
    public void OnlyBlobsBecomeBytes(string body, bool hasBytes)
    {
        string program = Render("Boto3", "Converse", body);

        Assert.Equal(hasBytes, program.Contains("base64.b64decode(\"AAAA\")", StringComparison.Ordinal));
        Assert.Equal(hasBytes, program.Contains("import base64", StringComparison.Ordinal));
    }

    [Fact]
    public void ABodyThatIsNotJsonGoesAsText() => Assert.Contains(
        "body=\"a \\\"b\\\"\".encode(\"utf-8\")", Render("Boto3", "InvokeModel", "a \"b\""), StringComparison.Ordinal);

    [Fact]
    public void AMemberThatIsNoNameOfPythonIsPassedByDictionary() => Assert.Contains(
        "**{\"a-b\": 1}", Render("Boto3", "Converse", """{"a-b":1}"""), StringComparison.Ordinal);

    [Fact]
    public void ALongBodyIsNotAnArgumentOfCurl()
    {
        string body = JsonSerializer.Serialize(new string('x', 100_000));
        string command = Render("curl", "Converse", body);

        Assert.Contains($"printf %s '{body}' | curl", command, StringComparison.Ordinal);
        Assert.EndsWith("--data-binary @-", command, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us-east-1", "--aws-sigv4 \"aws:amz:us-east-1:bedrock\"")]
    [InlineData("$(id)", "--aws-sigv4 'aws:amz:$(id):bedrock'")]
    [InlineData(null, "--aws-sigv4 \"aws:amz:${AWS_REGION}:bedrock\"")]
    public void CurlSignsForTheRegion(string? region, string expected)
    {
        BedrockRequestPreview request = new() { Url = new Uri("https://example.com/x"), Region = region };

        Assert.Contains(expected, RequestRendering.Render(request, "curl"), StringComparison.Ordinal);
    }

    [Fact]
    public void ACustomEndpointAndARegionReachBoto3()
    {
        string program = RequestRendering.Render(
            new BedrockRequestPreview
            {
                Operation = "InvokeModelWithResponseStream",
                Url = new Uri("http://localhost:1/model/m/invoke-with-response-stream"),
                ModelId = "m",
                Body = "{}",
                Region = "eu-west-1",
                EndpointUrl = new Uri("http://localhost:1/"),
                Headers = { ["X-Amzn-Bedrock-GuardrailIdentifier"] = "g" },
            },
            "boto3");

        Assert.Contains("region_name=\"eu-west-1\"", program, StringComparison.Ordinal);
        Assert.Contains("endpoint_url=\"http://localhost:1\")", program, StringComparison.Ordinal);
        Assert.Contains("client.invoke_model_with_response_stream(", program, StringComparison.Ordinal);
        Assert.Contains("guardrailIdentifier=\"g\"", program, StringComparison.Ordinal);
    }

    private static string Render(string language, string operation, string body) => RequestRendering.Render(
        new BedrockRequestPreview
        {
            Operation = operation,
            Url = new Uri("https://example.com/x"),
            ModelId = "m",
            Body = body,
        },
        language);
}
