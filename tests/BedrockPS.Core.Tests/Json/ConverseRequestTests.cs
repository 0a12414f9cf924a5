using System.Collections;

namespace BedrockPS.Tests;

public class ConverseRequestTests
{
    [Fact]
    public void WhatIsNotSetIsNotSent() => Assert.Equal(
        """{"messages":[{"role":"user","content":[{"text":"hello"}]}]}""",
        JsonOf.Request(Calls.Question()).GetRawText());

    [Fact]
    public void ZeroIsSent()
    {
        ConverseRequest request = Calls.Question();
        request.InferenceConfig = new InferenceConfiguration { Temperature = 0, TopP = 0 };

        JsonOf.AssertSame(
            """{"temperature":0,"topP":0}""", JsonOf.Request(request).GetProperty("inferenceConfig").GetRawText());
    }

    [Fact]
    public void EverythingThatIsSetIsSent()
    {
        ConverseRequest request = new()
        {
            ModelId = "never in the body",
            Messages = [new Message(MessageRole.User, "hi")],
            System =
            [
                new TextBlock { Text = "Be brief." },
                new OtherBlock("cachePoint", new Hashtable { ["type"] = "default" }),
            ],
            InferenceConfig = new InferenceConfiguration
            {
                MaxTokens = 1, Temperature = 0.5, TopP = 1, StopSequences = ["x"],
            },
            AdditionalModelRequestFields = new Hashtable { ["top_k"] = 5 },
            Other = new Dictionary<string, object?> { ["serviceTier"] = new Hashtable { ["type"] = "flex" } },
        };

        JsonOf.AssertSame(
            """
            {"messages":[{"role":"user","content":[{"text":"hi"}]}],
             "system":[{"text":"Be brief."},{"cachePoint":{"type":"default"}}],
             "inferenceConfig":{"maxTokens":1,"temperature":0.5,"topP":1,"stopSequences":["x"]},
             "additionalModelRequestFields":{"top_k":5},"serviceTier":{"type":"flex"}}
            """,
            JsonOf.Request(request).GetRawText());
    }

    [Fact]
    public void ADocumentKeepsItsTextBesideIt()
    {
        Hashtable document = new() { ["format"] = "txt", ["source"] = new Hashtable { ["bytes"] = new byte[] { 1 } } };
        Message message = new(
            MessageRole.User, [new TextBlock { Text = "Read." }, new OtherBlock("document", document)]);

        JsonOf.AssertSame(
            """{"role":"user","content":[{"text":"Read."},{"document":{"format":"txt","source":{"bytes":"AQ=="}}}]}""",
            JsonOf.Sent(message));
    }

    [Fact]
    public void TextGoesOutUnescaped()
    {
        const string text = "grüße <b> & 'x'";

        Assert.Contains(text, JsonOf.Sent(new Message(MessageRole.User, text)), StringComparison.Ordinal);
    }

    [Fact]
    public void AToolResultIsAlwaysAList()
    {
        ToolResultBlock result = new() { ToolUseId = "t", Content = [new Hashtable { ["json"] = 1.5m }] };

        JsonOf.AssertSame(
            """{"role":"user","content":[{"toolResult":{"toolUseId":"t","content":[{"json":1.5}]}}]}""",
            JsonOf.Sent(new Message(MessageRole.User, [result])));
    }

    [Fact]
    public void AMemberBesideABlockGoesBackAndLeavesTheBlockItsType()
    {
        const string message =
            """
            {"role":"assistant","content":[
              {"text":"hi","mark":{"bold":true}},
              {"toolUse":{"toolUseId":"t","name":"n","input":{}},"mark":1},
              {"mark":2,"hologram":{}}]}
            """;
        Message received = JsonOf.Received(message);

        Assert.Equal("hi", received.ToString());
        Assert.IsType<ToolUseBlock>(received.Content[1]);
        JsonOf.AssertSame(message, JsonOf.Sent(received));
    }
}
