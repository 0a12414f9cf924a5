using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Operations;

public sealed class ValidationTests : EndpointTest
{
    private const string Llama = "meta.llama3-8b-instruct-v1:0";
    private const string User = """{"role":"user","content":[{"text":"hi"}]}""";
    private const string Assistant = """{"role":"assistant","content":[{"text":"hi"}]}""";
    private const string Use =
        """{"role":"assistant","content":[{"toolUse":{"toolUseId":"a","name":"t","input":{}}}]}""";
    private const string Result =
        """{"role":"user","content":[{"toolResult":{"toolUseId":"a","content":[{"text":"1"}]}}]}""";
    private const string Tool = """{"toolSpec":{"name":"t","inputSchema":{"json":{} } } }""";
    private const string Underscored = """{"name":"a_b.txt","format":"txt","source":{"bytes":""} }""";
    private const string Tools = "\"toolConfig\":{\"tools\":[]}";

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{}", "messages field is required")]
    [InlineData("""{"messages":[]}""", "messages field is required")]
    [InlineData($$"""{"messages":[{{Assistant}}]}""", "must start with a user message")]
    [InlineData($$"""{"messages":[{{User}},{{User}}]}""", "must alternate between user and assistant roles")]
    [InlineData("""{"messages":[{"role":"robot","content":[{"text":"x"}]}]}""", "'messages.1.member.role'")]
    [InlineData("""{"messages":[{"role":"user","content":[]}]}""", "Message object at messages.0 is empty")]
    [InlineData("""{"messages":[{"content":[{"text":"x"}]}]}""", "null at 'messages.1.member.role'")]
    [InlineData("""{"messages":[{"role":"user"}]}""", "null at 'messages.1.member.content'")]
    [InlineData(
        """{"messages":[{"role":"user","content":[{"text":"x"},{"image":{"source":{"bytes":""} }}]}]}""",
        "null at 'messages.1.member.content.2.member.image.format'")]
    [InlineData($$"""{"messages":[{{User}}],"toolConfig":{"toolChoice":{} } }""", "null at 'toolConfig.tools'")]
    [InlineData(
        $$"""{"messages":[{{User}}],"toolConfig":{"tools":[{"toolSpec":{"name":"a b","inputSchema":{} } }]} }""",
        "Value 'a b' at 'toolConfig.tools.1.member.toolSpec.name'")]
    [InlineData(
        $$"""{"messages":[{{User}}],"toolConfig":{"tools":[{{Tool}}],"toolChoice":{"tool":{"name":"u"} } } }""",
        "the tool u, which the tools field does not declare")]
    [InlineData($$"""{"messages":[{{User}}],"toolConfig":{"tools":[{{Tool}},{{Tool}}]} }""", "t more than once")]
    [InlineData($$"""{"messages":[{{User}}],"inferenceConfig":{"maxTokens":10001} }""", "the model limit of 10000")]
    [InlineData($$"""{"messages":[{{User}}],"inferenceConfig":{"stopSequences":[""]} }""", "stopSequences.1.member")]
    [InlineData(
        $$"""{"messages":[{"role":"user","content":[{"text":"x"},{"document":{{Underscored}}}]}]}""",
        "The document file name can only contain")]
    [InlineData(
        """{"messages":[{"role":"user","content":[{"document":{"name":"d","format":"txt","source":{"bytes":""}}}]}]}""",
        "A text block must be included when using documents.")]
    [InlineData($$"""{"messages":[{{User}}],"inferenceConfig":{"temperature":1.5} }""", "less than or equal to 1")]
    [InlineData($$"""{"messages":[{{User}}],"inferenceConfig":{"topP":-0.1} }""", "greater than or equal to 0")]
    [InlineData($$"""{"messages":[{{User}}],"inferenceConfig":{"maxTokens":0} }""", "greater than or equal to 1")]
    [InlineData($$"""{"messages":[{{User}},{{Use}},{{Result}}]}""", "toolConfig field must be defined")]
    [InlineData($$"""{"messages":[{{User}},{{Use}},{{User}}],{{Tools}}}""", "Expected toolResult blocks at messages.2")]
    [InlineData($$"""{"messages":[{{User}},{{Assistant}},{{Result}}],{{Tools}}}""", "exceeds the number of toolUse")]
    public async Task Refuses_what_the_service_refuses(string body, string message)
    {
        await AssertFaultAsync(await ConverseAsync(body), 400, "ValidationException", message);
    }

    [Theory]
    [InlineData($$"""{"messages":[{{User}}],"inferenceConfig":{"temperature":0,"topP":1,"maxTokens":1} }""")]
    [InlineData($$"""{"messages":[{{User}},{{Assistant}},{{User}}]}""")]
    [InlineData($$"""{"messages":[{{User}},{{Assistant}}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":"x"},{"text":"\n"}]}]}""")]
    [InlineData($$"""{"messages":[{{User}},{{Use}},{{Result}}],{{Tools}}}""")]
    public async Task Takes_what_the_service_takes(string body)
    {
        Assert.Equal(200, (int)(await ConverseAsync(body)).StatusCode);
    }

    [Theory]
    [InlineData("""[{"text":" "}]""", "messages.0.content.0 is blank. Add text to the text field, and try again.")]
    [InlineData("""[{"text":"x"},{"text":""}]""", "messages.0.content.1 is blank")]
    public async Task Blank_text_is_refused_except_by_Nova(string content, string message)
    {
        string body = $$"""{"messages":[{"role":"user","content":{{content}} }]}""";

        await AssertFaultAsync(await ConverseAsync(body, Llama), 400, "ValidationException", message);
        Assert.Equal(200, (int)(await ConverseAsync(body)).StatusCode);
    }

    [Theory]
    [InlineData($"{User},{User}", "amazon.titan-text-express-v1", "must alternate")]
    [InlineData($"{Assistant},{User}", "anthropic.claude-3-haiku-20240307-v1:0", "must start with a user message")]
    public async Task Turns_out_of_order_are_taken_by_the_models_that_traffic_shows_to_take_them(
        string messages, string model, string refusal)
    {
        string body = $$"""{"messages":[{{messages}}]}""";

        Assert.Equal(200, (int)(await ConverseAsync(body, model)).StatusCode);
        await AssertFaultAsync(await ConverseAsync(body, Llama), 400, "ValidationException", refusal);
    }

    [Theory]
    [InlineData("document", "documents at messages.0.content exceeds the limit of 5", 6)]
    [InlineData("image", "images at messages.0.content exceeds the limit of 20", 21)]
    public async Task More_media_than_a_message_may_hold_are_refused(string kind, string message, int count)
    {
        string medium = $$"""{"{{kind}}":{"name":"d","format":"x","source":{"bytes":""} } }""";
        string media = string.Join(',', Enumerable.Repeat(medium, count));

        await AssertFaultAsync(
            await ConverseAsync($$"""{"messages":[{"role":"user","content":[{"text":"x"},{{media}}]}]}"""),
            400,
            "ValidationException",
            message);
    }

    [Theory]
    [InlineData("no.such-model-v1:0")]
    [InlineData("us.no.such-model-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/no.such-model")]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("us.")]
    public async Task Does_not_know_the_model(string model)
    {
        await AssertFaultAsync(
            await ConverseAsync(Ask("hi"), model),
            400,
            "ValidationException",
            "The provided model identifier is invalid.");
    }

    [Fact]
    public async Task Sends_a_base_id_that_only_profiles_serve_to_its_profile()
    {
        const string model = "anthropic.claude-sonnet-4-5-20250929-v1:0";
        await AssertFaultAsync(
            await ConverseAsync(Ask("hi"), model),
            400,
            "ValidationException",
            $"Invocation of model ID {model} with on-demand throughput isn\u2019t supported. Retry your request "
                + "with the ID or ARN of an inference profile that contains this model.");
    }

    [Theory]
    [InlineData("us.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("eu.amazon.nova-micro-v1:0")]
    [InlineData("apac.amazon.nova-micro-v1:0")]
    [InlineData("global.anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-micro-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123")]
    [InlineData("arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:custom-model/abc/def")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:imported-model/abc123")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:default-prompt-router/anthropic.claude:1")]
    public async Task Takes_profiles_and_arns(string model)
    {
        Assert.Equal(200, (int)(await ConverseAsync(Ask("hi"), model)).StatusCode);
        Assert.Equal(model, Endpoint.Requests[0].ModelId);
    }

    [Theory]
    [InlineData("amazon.titan-embed-text-v2:0")]
    [InlineData("amazon.nova-canvas-v1:0")]
    public async Task Does_not_converse_with_models_that_write_no_text(string model)
    {
        await AssertFaultAsync(
            await ConverseAsync(Ask("hi"), model), 400, "ValidationException", "supported text or chat model");
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/model/x/unknown-action")]
    [InlineData("/model//converse")]
    public async Task An_unknown_path_is_404(string path)
    {
        await AssertFaultAsync(await Client.PostAsync(path, Json("{}")), 404, "UnknownOperationException", path);
        Assert.Equal("", Endpoint.Requests[0].Operation);
    }

    [Fact]
    public async Task A_wrong_method_is_405()
    {
        await AssertFaultAsync(await Client.GetAsync(Path(Nova, "converse")), 405, "UnknownOperationException", "POST");
    }
}
