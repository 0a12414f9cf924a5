using BedrockPS.Invoke;

namespace BedrockPS.Tests;

/// <summary>Text and stop reason of every family's shapes.</summary>
public class NativeTextTests
{
    [Theory]
    [InlineData("Titan", """{"results":[{"outputText":"hi","completionReason":"FINISH"}]}""", "FINISH")]
    [InlineData("Titan chunk", """{"outputText":"hi","index":0,"completionReason":"LENGTH"}""", "LENGTH")]
    [InlineData(
        "Nova",
        """{"output":{"message":{"content":[{"text":"h"},{"toolUse":{}},{"text":"i"}]}},"stopReason":"end_turn"}""",
        "end_turn")]
    [InlineData("Nova chunk", """{"contentBlockDelta":{"delta":{"text":"hi"}}}""", null)]
    [InlineData(
        "Claude",
        """{"content":[{"type":"thinking","thinking":"x"},{"type":"text","text":"hi"}],"stop_reason":"end_turn"}""",
        "end_turn")]
    [InlineData("Claude chunk", """{"type":"content_block_delta","delta":{"type":"text_delta","text":"hi"}}""", null)]
    [InlineData("Claude 2", """{"completion":"hi","stop_reason":"stop_sequence"}""", "stop_sequence")]
    [InlineData("Llama", """{"generation":"hi","stop_reason":"length"}""", "length")]
    [InlineData("Llama chunk", """{"generation":"hi","stop_reason":null}""", null)]
    [InlineData("Mistral", """{"outputs":[{"text":"hi","stop_reason":"stop"}]}""", "stop")]
    [InlineData("Mistral chat", """{"choices":[{"message":{"content":"hi"},"stop_reason":"stop"}]}""", "stop")]
    [InlineData("chat completions", """{"choices":[{"message":{"content":"hi"},"finish_reason":"stop"}]}""", "stop")]
    [InlineData("chat completions chunk", """{"choices":[{"delta":{"content":"hi"},"finish_reason":null}]}""", null)]
    [InlineData("completions", """{"choices":[{"text":"hi","finish_reason":"stop"}]}""", "stop")]
    [InlineData("Cohere Command", """{"generations":[{"text":"hi","finish_reason":"COMPLETE"}]}""", "COMPLETE")]
    [InlineData("Cohere Command R", """{"text":"hi","finish_reason":"COMPLETE"}""", "COMPLETE")]
    [InlineData("Cohere Chat", """{"message":{"content":[{"text":"hi"}]},"finish_reason":"COMPLETE"}""", "COMPLETE")]
    [InlineData(
        "AI21 Jurassic",
        """{"completions":[{"data":{"text":"hi"},"finishReason":{"reason":"endoftext"}}]}""",
        "endoftext")]
    public void TextAndStopReasonAreFound(string family, string body, string? stopReason)
    {
        object? decoded = JsonOf.Read(body);

        Assert.Equal((family, "hi", stopReason), (family, NativeText.Text(decoded), NativeText.StopReason(decoded)));
    }

    [Theory]
    [InlineData("""{"messageStop":{"stopReason":"max_tokens"}}""", "max_tokens")]
    [InlineData("""{"type":"message_delta","delta":{"stop_reason":"tool_use"}}""", "tool_use")]
    public void TheLastChunksSayWhyItStopped(string chunk, string stopReason)
    {
        Assert.Equal(stopReason, NativeText.StopReason(JsonOf.Read(chunk)));
        Assert.Empty(NativeText.Text(JsonOf.Read(chunk)));
    }

    [Theory]
    [InlineData("""{"embedding":[0.1,0.2],"inputTextTokenCount":3}""")]
    [InlineData("""{"images":["iVBOR"]}""")]
    [InlineData("""{"type":"content_block_delta","delta":{"type":"thinking_delta","thinking":"x"}}""")]
    [InlineData("""{"type":"content_block_delta","delta":{"type":"input_json_delta","partial_json":"{"}}""")]
    [InlineData("""{"text":7}""")]
    [InlineData("""["text"]""")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public void WhereNoShapeFitsTheTextIsEmpty(string body) => Assert.Empty(NativeText.Text(JsonOf.Read(body)));
}
