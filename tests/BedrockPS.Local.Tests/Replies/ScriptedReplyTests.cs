using System.Net;
using System.Text.Json;
using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Replies;

public sealed class ScriptedReplyTests : EndpointTest
{
    [Fact]
    public async Task Text_and_stop_reason_are_the_scripts()
    {
        Endpoint.Enqueue(new LocalReply { Text = "scripted", StopReason = "brand_new_reason" });

        JsonElement answer = await ConverseJsonAsync(Ask("hi"));

        Assert.Equal("scripted", TextOf(answer));
        Assert.Equal("brand_new_reason", answer.GetProperty("stopReason").GetString());
    }

    [Fact]
    public async Task Pieces_are_joined_for_a_whole_answer()
    {
        Endpoint.Enqueue(new LocalReply { Pieces = ["a", "b"] });

        Assert.Equal("ab", TextOf(await ConverseJsonAsync(Ask("hi"))));
    }

    [Fact]
    public async Task Replies_are_used_in_order_and_then_the_default_comes_back()
    {
        Endpoint.Enqueue(new LocalReply { Text = "1", Times = 2 });
        Endpoint.Enqueue(new LocalReply { Text = "2" });

        List<string> texts = [];
        for (int i = 0; i < 4; i++)
        {
            texts.Add(TextOf(await ConverseJsonAsync(Ask("hi"))));
        }

        Assert.Equal(["1", "1", "2"], texts[..3]);
        Assert.Contains("hi", texts[3]);
    }

    [Fact]
    public async Task The_first_reply_that_matches_is_used()
    {
        Endpoint.Enqueue(new LocalReply { Match = "^weather", Text = "rain" });
        Endpoint.Enqueue(new LocalReply { Text = "any" });

        Assert.Equal("any", TextOf(await ConverseJsonAsync(Ask("news"))));
        Assert.Equal("rain", TextOf(await ConverseJsonAsync(Ask("Weather?"))));
    }

    [Fact]
    public async Task Cleared_replies_are_not_used()
    {
        Endpoint.Enqueue(new LocalReply { Text = "scripted" });
        Endpoint.ClearReplies();

        Assert.NotEqual("scripted", TextOf(await ConverseJsonAsync(Ask("hi"))));
    }

    [Fact]
    public void A_pattern_that_is_none_is_refused_at_once()
    {
        Assert.ThrowsAny<ArgumentException>(() => Endpoint.Enqueue(new LocalReply { Match = "(" }));
    }

    [Fact]
    public async Task A_reply_without_a_path_is_not_for_listing_models()
    {
        Endpoint.Enqueue(new LocalReply { ErrorCode = "ThrottlingException" });

        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync("/foundation-models")).StatusCode);
    }

    [Fact]
    public async Task A_reply_with_a_path_answers_even_where_no_operation_lives()
    {
        const string body = """{"inferenceProfileSummaries":[]}""";
        Endpoint.Enqueue(new LocalReply { Path = "/inference-profiles", Body = body });

        JsonElement answer = await ReadJsonAsync(await Client.GetAsync("/inference-profiles?maxResults=5"));

        Assert.True(answer.TryGetProperty("inferenceProfileSummaries", out _));
    }

    [Fact]
    public async Task A_text_waits_for_a_request_that_can_have_it()
    {
        Endpoint.Enqueue(new LocalReply { Text = "scripted" });

        await AssertFaultAsync(await ConverseAsync(Ask("hi"), "no.model"), 400, "ValidationException", "identifier");
        Assert.Equal("scripted", TextOf(await ConverseJsonAsync(Ask("hi"))));
    }

    [Theory]
    [InlineData("ValidationException", 400)]
    [InlineData("AccessDeniedException", 403)]
    [InlineData("ResourceNotFoundException", 404)]
    [InlineData("ModelTimeoutException", 408)]
    [InlineData("ModelErrorException", 424)]
    [InlineData("ThrottlingException", 429)]
    [InlineData("ModelNotReadyException", 429)]
    [InlineData("InternalServerException", 500)]
    [InlineData("ServiceUnavailableException", 503)]
    public async Task An_error_has_the_status_of_its_code(string code, int status)
    {
        Endpoint.Enqueue(new LocalReply { ErrorCode = code, Message = "so it is" });

        await AssertFaultAsync(await ConverseAsync(Ask("hi"), "any.model"), status, code, "so it is");
    }

    [Fact]
    public async Task An_error_can_say_when_to_try_again()
    {
        Endpoint.Enqueue(new LocalReply { StatusCode = 429, RetryAfterSeconds = 0.5 });

        using HttpResponseMessage response = await ConverseAsync(Ask("hi"));

        Assert.Equal("0.5", response.Headers.NonValidated["Retry-After"].ToString());
        Assert.StartsWith("ThrottlingException:", response.Headers.GetValues("x-amzn-ErrorType").Single());
    }

    [Fact]
    public async Task A_raw_body_is_sent_as_it_is()
    {
        Endpoint.Enqueue(new LocalReply { StatusCode = 502, ContentType = "text/html", Body = "<h1>Bad gateway</h1>" });

        using HttpResponseMessage response = await ConverseAsync(Ask("hi"));

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("<h1>Bad gateway</h1>", await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains("x-amzn-ErrorType"));
    }

    [Fact]
    public async Task A_delay_passes_on_the_injected_clock()
    {
        Endpoint.Enqueue(new LocalReply { Delay = TimeSpan.FromMinutes(5), Text = "late" });
        Task<JsonElement> answer = ConverseJsonAsync(Ask("hi"));

        Clock.AdvanceWhenAwaited(TimeSpan.FromMinutes(5));

        Assert.Equal("late", TextOf(await answer));
    }

    [Fact]
    public async Task A_script_that_fails_is_a_server_error()
    {
        Endpoint.Enqueue(new LocalReply { Pieces = Enumerable.Range(0, 1).Select(zero => $"{1 / zero}") });

        await AssertFaultAsync(await ConverseAsync(Ask("hi")), 500, "InternalServerException", "zero");
    }
}
