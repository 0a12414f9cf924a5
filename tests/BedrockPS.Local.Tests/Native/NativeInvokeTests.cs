using System.Text.Json;
using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Native;

public sealed class NativeInvokeTests : EndpointTest
{
    private const string Titan = "amazon.titan-text-express-v1";
    private const string Claude = "anthropic.claude-3-haiku-20240307-v1:0";
    private const string Llama = "meta.llama3-8b-instruct-v1:0";
    private const string Mistral = "mistral.mistral-7b-instruct-v0:2";
    private const string Cohere = "cohere.command-r-v1:0";
    private const string Jamba = "ai21.jamba-1-5-mini-v1:0";
    private const string Embed = "amazon.titan-embed-text-v2:0";

    private const string Chat = """{"messages":[{"role":"user","content":"hi"}],"max_tokens":100}""";
    private const string NovaBody =
        """{"schemaVersion":"messages-v1","messages":[{"role":"user","content":[{"text":"hi"}]}]}""";
    private const string ClaudeBody =
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":100,"messages":[{"role":"user","content":"hi"}]}""";

    /// <summary>Model, body, where the text is in a whole answer, where in a chunk.</summary>
    public static TheoryData<string, string, string, string> Families => new()
    {
        { Titan, """{"inputText":"hi"}""", "results.0.outputText", "outputText" },
        { Nova, NovaBody, "output.message.content.0.text", "contentBlockDelta.delta.text" },
        { Claude, ClaudeBody, "content.0.text", "delta.text" },
        { Llama, """{"prompt":"hi"}""", "generation", "generation" },
        { Mistral, """{"prompt":"hi"}""", "outputs.0.text", "outputs.0.text" },
        { Cohere, """{"message":"hi"}""", "text", "text" },
        { Jamba, Chat, "choices.0.message.content", "choices.0.delta.content" },
        { "qwen.qwen3-32b-v1:0", Chat, "choices.0.message.content", "choices.0.delta.content" },
        { "openai.gpt-oss-120b-1:0", Chat, "choices.0.message.content", "choices.0.delta.content" },
        { "us.deepseek.r1-v1:0", Chat, "choices.0.message.content", "choices.0.delta.content" },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public async Task A_family_streams_the_text_that_it_answers_as_a_whole(
        string model, string body, string inWhole, string inChunk)
    {
        JsonElement whole = await InvokeAsync(model, body);
        List<Frame> frames = await InvokeStreamAsync(model, body);

        string text = At(whole, inWhole)!;
        Assert.Contains("hi", text);
        Assert.Equal(text, string.Concat(frames.Select(frame => At(frame.Chunk, inChunk))));
    }

    [Theory]
    [InlineData(Titan, """{"inputText":"hi"}""")]
    [InlineData(Nova, NovaBody)]
    [InlineData(Claude, ClaudeBody)]
    [InlineData(Llama, """{"prompt":"hi"}""")]
    [InlineData(Mistral, """{"prompt":"hi"}""")]
    [InlineData(Cohere, """{"message":"hi"}""")]
    [InlineData(Jamba, Chat)]
    public async Task Whole_and_streamed_answers_count_the_same_tokens(string model, string body)
    {
        using HttpResponseMessage whole = await PostAsync(model, "invoke", body);
        List<Frame> frames = await InvokeStreamAsync(model, body);

        JsonElement metrics = frames[^1].Chunk.GetProperty("amazon-bedrock-invocationMetrics");
        Assert.Equal(Header(whole, "Input"), metrics.GetProperty("inputTokenCount").GetRawText());
        Assert.Equal(Header(whole, "Output"), metrics.GetProperty("outputTokenCount").GetRawText());
        Assert.True(whole.Headers.Contains("X-Amzn-Bedrock-Invocation-Latency"));
        Assert.All(frames, frame => Assert.Equal("chunk", frame.Name));
        Assert.All(frames, frame => Assert.NotEmpty(frame.Json.GetProperty("p").GetString()!));
    }

    [Theory]
    [InlineData(Titan, "{}", "#: required key [inputText] not found")]
    [InlineData(Titan, """{"inputText":""}""", "#/inputText: expected minLength: 1")]
    [InlineData(Nova, "{}", "#: required key [messages] not found")]
    [InlineData(Nova, """{"messages":[{"role":"user","content":"hi"}]}""", "#/messages/0: required key [content]")]
    [InlineData(Claude, Chat, "#: required key [anthropic_version] not found")]
    [InlineData(Claude, """{"anthropic_version":"x","messages":[]}""", "#: required key [max_tokens] not found")]
    [InlineData(Llama, """{"prompt":5}""", "#/prompt: expected type: String")]
    [InlineData(Mistral, "{}", "#: required key [prompt] not found")]
    [InlineData(Cohere, "{}", "#: required key [message] not found")]
    [InlineData(Jamba, """{"messages":[]}""", "#/messages: expected minimum item count: 1")]
    [InlineData(Embed, """{"inputText":"x","dimensions":7}""", "#/dimensions")]
    public async Task A_body_that_lacks_what_the_family_needs_is_malformed(string model, string body, string detail)
    {
        await AssertFaultAsync(
            await PostAsync(model, "invoke", body), 400, "ValidationException", $"Malformed input request: {detail}");
    }

    [Theory]
    [InlineData(
        Titan,
        """{"inputText":"hi","textGenerationConfig":{"maxTokenCount":2}}""",
        "results.0.completionReason",
        "LENGTH")]
    [InlineData(
        Claude,
        """{"anthropic_version":"x","max_tokens":2,"messages":[{"role":"user","content":"hi"}]}""",
        "stop_reason",
        "max_tokens")]
    [InlineData(Llama, """{"prompt":"hi","max_gen_len":2}""", "stop_reason", "length")]
    [InlineData(Mistral, """{"prompt":"hi","max_tokens":2}""", "outputs.0.stop_reason", "length")]
    [InlineData(Cohere, """{"message":"hi","max_tokens":2}""", "finish_reason", "MAX_TOKENS")]
    [InlineData(
        Jamba,
        """{"messages":[{"role":"user","content":"hi"}],"max_tokens":2}""",
        "choices.0.finish_reason",
        "length")]
    public async Task Each_family_has_its_own_word_for_a_cut(string model, string body, string path, string word)
    {
        Assert.Equal(word, At(await InvokeAsync(model, body), path));
    }

    [Fact]
    public async Task A_stream_says_what_its_chunks_are()
    {
        using HttpResponseMessage response = await PostAsync(
            Titan, "invoke-with-response-stream", """{"inputText":"hi"}""");

        Assert.Equal("application/json", response.Headers.GetValues("X-Amzn-Bedrock-Content-Type").Single());
    }

    [Fact]
    public async Task Claude_streams_its_events_in_order()
    {
        List<Frame> frames = await InvokeStreamAsync(Claude, ClaudeBody);

        string[] types = [.. frames.Select(frame => frame.Chunk.GetProperty("type").GetString()!).Distinct()];
        Assert.Equal(
            "message_start content_block_start content_block_delta content_block_stop message_delta message_stop",
            string.Join(' ', types));
    }

    [Theory]
    [InlineData(Claude, ClaudeBody)]
    [InlineData(Nova, NovaBody)]
    [InlineData(Jamba, Chat)]
    public async Task A_scripted_tool_is_used_in_the_familys_words(string model, string body)
    {
        Endpoint.Enqueue(new LocalReply { ToolName = "look", ToolInputJson = """{"where":"here"}""", Times = 2 });

        JsonElement whole = await InvokeAsync(model, body);
        List<Frame> frames = await InvokeStreamAsync(model, body);

        Assert.Contains("look", whole.GetRawText());
        Assert.Contains("here", whole.GetRawText());
        Assert.Contains(frames, frame => frame.Chunk.GetRawText().Contains("look", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(256)]
    [InlineData(512)]
    [InlineData(1024)]
    public async Task An_embedding_is_a_unit_vector_that_depends_on_the_text_only(int dimensions)
    {
        double[] first = await EmbedAsync("hello", dimensions);
        double[] again = await EmbedAsync("hello", dimensions);
        double[] other = await EmbedAsync("world", dimensions);

        Assert.Equal(dimensions, first.Length);
        Assert.Equal(1, Math.Sqrt(first.Sum(x => x * x)), 6);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task Cohere_embeds_every_text()
    {
        JsonElement answer = await InvokeAsync(
            "cohere.embed-english-v3", """{"texts":["a","b"],"input_type":"search_query"}""");

        Assert.Equal(2, answer.GetProperty("embeddings").GetArrayLength());
    }

    [Fact]
    public async Task An_image_model_draws_as_many_as_are_asked_for()
    {
        JsonElement answer = await InvokeAsync(
            "amazon.nova-canvas-v1:0",
            """{"taskType":"TEXT_IMAGE","imageGenerationConfig":{"numberOfImages":2}}""");

        byte[] png = answer.GetProperty("images")[1].GetBytesFromBase64();
        Assert.Equal("\u0089PNG"u8[2..].ToArray(), png[1..4]);
    }

    [Fact]
    public async Task An_embedding_does_not_stream()
    {
        await AssertFaultAsync(
            await PostAsync(Embed, "invoke-with-response-stream", """{"inputText":"x"}"""),
            400,
            "ValidationException",
            "streaming");
    }

    [Fact]
    public async Task A_pattern_is_matched_with_the_raw_body()
    {
        Endpoint.Enqueue(new LocalReply { Match = "\"max_gen_len\":7", Text = "matched" });

        Assert.Equal("matched", At(await InvokeAsync(Llama, """{"prompt":"x","max_gen_len":7}"""), "generation"));
    }

    [Fact]
    public async Task An_arn_is_answered_in_the_words_of_its_body()
    {
        const string arn = "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc";

        Assert.NotNull(At(await InvokeAsync(arn, """{"inputText":"hi"}"""), "results.0.outputText"));
        Assert.NotNull(At(await InvokeAsync(arn, ClaudeBody), "content.0.text"));
        JsonElement vector = await InvokeAsync(arn, """{"inputText":"hi","normalize":true}""");
        Assert.Equal(1024, vector.GetProperty("embedding").GetArrayLength());
    }

    private async Task<JsonElement> InvokeAsync(string model, string body) =>
        await ReadJsonAsync(await PostAsync(model, "invoke", body));

    private async Task<List<Frame>> InvokeStreamAsync(string model, string body)
    {
        using HttpResponseMessage response = await PostAsync(model, "invoke-with-response-stream", body);
        return Frame.ReadAll(await response.Content.ReadAsByteArrayAsync());
    }

    private async Task<double[]> EmbedAsync(string text, int dimensions)
    {
        JsonElement answer = await InvokeAsync(Embed, $$"""{"inputText":"{{text}}","dimensions":{{dimensions}} }""");
        return [.. answer.GetProperty("embedding").EnumerateArray().Select(value => value.GetDouble())];
    }

    private static string Header(HttpResponseMessage response, string direction) =>
        response.Headers.GetValues($"X-Amzn-Bedrock-{direction}-Token-Count").Single();

    private static string? At(JsonElement element, string path)
    {
        foreach (string step in path.Split('.'))
        {
            bool found = int.TryParse(step, out int index)
                ? element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > index
                : element.TryGetProperty(step, out _);
            if (!found)
            {
                return null;
            }

            element = char.IsAsciiDigit(step[0]) ? element[index] : element.GetProperty(step);
        }

        return element.GetString();
    }
}
