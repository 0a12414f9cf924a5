using System.Text.Json;
using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Operations;

public sealed class ConverseStreamTests : EndpointTest
{
    [Fact]
    public async Task Events_come_in_the_services_order()
    {
        List<Frame> frames = await StreamAsync(Ask("Tell me about streams"));

        string[] names = [.. frames.Select(frame => frame.Name)];
        Assert.Equal("messageStart", names[0]);
        Assert.Equal(["contentBlockStop", "messageStop", "metadata"], names[^3..]);
        Assert.True(names[1..^3].Length > 3);
        Assert.All(names[1..^3], name => Assert.Equal("contentBlockDelta", name));
    }

    [Fact]
    public async Task Every_frame_has_the_three_headers_in_order()
    {
        List<Frame> frames = await StreamAsync(Ask("hi"));

        Assert.All(frames, frame => Assert.Equal(
            [":event-type", ":content-type", ":message-type"], frame.Message.Headers.Select(header => header.Name)));
    }

    [Fact]
    public async Task Every_event_is_padded_to_a_varying_length()
    {
        List<Frame> frames = await StreamAsync(Ask("hi"));

        Assert.True(frames.Select(frame => frame.Json.GetProperty("p").GetString()!.Length).Distinct().Count() > 2);
    }

    [Fact]
    public async Task Streamed_and_whole_answers_have_the_same_text_and_usage()
    {
        JsonElement whole = await ConverseJsonAsync(Ask("Compare"));
        List<Frame> frames = await StreamAsync(Ask("Compare"));

        Assert.Equal(TextOf(whole), Frame.TextOf(frames));
        Assert.Equal(whole.GetProperty("usage").GetRawText(), frames[^1].Json.GetProperty("usage").GetRawText());
    }

    [Fact]
    public async Task Emoji_and_accents_survive_the_cut_into_deltas()
    {
        Endpoint.Enqueue(new LocalReply { Pieces = ["caf\u00e9 \ud83d", "\ude00 \u65e5\u672c"] });

        List<Frame> frames = await StreamAsync(Ask("hi"));

        Assert.Equal("caf\u00e9 \ud83d\ude00 \u65e5\u672c", Frame.TextOf(frames));
    }

    [Fact]
    public async Task A_tool_use_starts_a_block_and_brings_its_input_in_pieces()
    {
        const string json = """{"where":"here"}""";
        Endpoint.Enqueue(new LocalReply { Text = "Let me look.", ToolName = "look", ToolInputJson = json });

        List<Frame> frames = await StreamAsync(Ask("hi"));

        Frame start = frames.Single(frame => frame.Name == "contentBlockStart");
        string[] input = [.. frames.Where(frame => frame.Name == "contentBlockDelta" && frame.TextDelta is null)
            .Select(frame => frame.Json.GetProperty("delta").GetProperty("toolUse").GetProperty("input").GetString()!)];
        Assert.Equal(1, start.Json.GetProperty("contentBlockIndex").GetInt32());
        Assert.Equal("look", start.Json.GetProperty("start").GetProperty("toolUse").GetProperty("name").GetString());
        Assert.Equal("", input[0]);
        Assert.Equal(json, string.Concat(input));
        Assert.Equal("tool_use", frames[^2].Json.GetProperty("stopReason").GetString());
    }

    [Fact]
    public async Task Reasoning_is_a_block_before_the_text_that_ends_with_its_signature()
    {
        Endpoint.Enqueue(new LocalReply { Text = "42", Reasoning = "6 times 7" });

        List<Frame> frames = await StreamAsync(Ask("hi"));

        JsonElement[] reasoning = [.. frames
            .Where(frame => frame.Name == "contentBlockDelta" && frame.TextDelta is null)
            .Select(frame => frame.Json.GetProperty("delta").GetProperty("reasoningContent"))];
        Assert.Equal("6 times 7", reasoning[0].GetProperty("text").GetString());
        Assert.True(reasoning[^1].TryGetProperty("signature", out _));
        Frame text = frames.Last(frame => frame.TextDelta is not null);
        Assert.Equal(1, text.Json.GetProperty("contentBlockIndex").GetInt32());
    }

    [Fact]
    public async Task The_answer_is_an_event_stream()
    {
        using HttpResponseMessage response = await PostAsync(Nova, "converse-stream", Ask("hi"));

        Assert.Equal("application/vnd.amazon.eventstream", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Pieces_are_asked_for_as_they_are_sent()
    {
        using ManualResetEventSlim first = new();
        Endpoint.Enqueue(new LocalReply { Pieces = Pieces() });
        using HttpResponseMessage response = await OpenStreamAsync(Ask("hi"));
        await using Stream stream = await response.Content.ReadAsStreamAsync();
        byte[] buffer = new byte[1024];
        int count = 0;
        while (!System.Text.Encoding.UTF8.GetString(buffer, 0, count).Contains("early", StringComparison.Ordinal))
        {
            count += await stream.ReadAsync(buffer.AsMemory(count));
        }

        first.Set();
        Assert.True(Endpoint.Requests[0].WaitForEnd(Patience));
        Assert.Equal("completed", Endpoint.Requests[0].Outcome);

        IEnumerable<string> Pieces()
        {
            yield return "early";
            Assert.True(first.Wait(Patience));
            yield return "late";
        }
    }

    [Fact]
    public async Task Piece_delay_passes_on_the_injected_clock()
    {
        Endpoint.Enqueue(new LocalReply { Pieces = ["a", "b"], PieceDelay = TimeSpan.FromHours(1) });
        Task<List<Frame>> stream = StreamAsync(Ask("hi"));

        Clock.AdvanceWhenAwaited(TimeSpan.FromHours(1));
        Clock.AdvanceWhenAwaited(TimeSpan.FromHours(1));

        Assert.Equal("ab", Frame.TextOf(await stream));
    }
}
