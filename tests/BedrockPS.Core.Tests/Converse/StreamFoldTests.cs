using System.Collections;
using BedrockPS.Converse;
using BedrockPS.Http;

namespace BedrockPS.Tests;

/// <summary>What the pieces of a stream add up to.</summary>
public sealed class StreamFoldTests : IDisposable
{
    private readonly LocalEndpoint _endpoint = LocalEndpoint.Start();

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    public async Task UsageLatencyAndStopReasonComeFromTheLastEvents()
    {
        ConverseResponse response = await FoldAsync(Frames.Text("hi"));

        TokenUsage usage = response.Usage!;
        Assert.Equal((3L, 4L, 7L), (usage.InputTokens, usage.OutputTokens, usage.TotalTokens));
        Assert.Equal((7L, "end_turn", "assistant"), (response.LatencyMs, response.StopReason, response.Message!.Role));
        Assert.Null(response.Other);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ACharacterSplitAcrossReadsStaysWhole(int pieceLength)
    {
        byte[] stream = Frames.Message(Frames.Text("grüß"), Frames.Delta("""{"text":"e 🎈"}"""));
        Assert.True(stream.AsSpan().IndexOf("🎈"u8) > 0);
        ConverseFold fold = new();
        PieceStream body = new(stream, pieceLength);
        await using EventStreamReader reader = new(body, Calls.Patience, TimeProvider.System);
        while (await reader.ReadAsync(default) is { } message)
        {
            fold.Apply(ConverseEventReader.Read(message));
        }

        Assert.Equal("grüße 🎈", fold.ToResponse().Text);
    }

    [Fact]
    public async Task EscapedCharactersInSeveralFramesStayWhole()
    {
        ConverseResponse response = await FoldAsync(
            Frames.Delta("""{"text":"\ud83c\udf88 a"}"""), Frames.Delta("""{"text":"\u00fc"}"""));

        Assert.Equal("🎈 aü", response.Text);
    }

    [Fact]
    public async Task ToolInputSplitAnywhereIsParsedOnce()
    {
        const string input = """{"city":"Köln 🎈","days":[1,2.5],"deep":{"a":null}}""";
        for (int split = 1; split < input.Length; split++)
        {
            // A pair of surrogates is one character, which no JSON text splits.
            if (!char.IsLowSurrogate(input[split]))
            {
                ToolUseBlock tool = await ToolAsync(string.Empty, input[..split], string.Empty, input[split..]);
                JsonOf.AssertSame(input, JsonOf.Document(tool.Input));
            }
        }
    }

    [Fact]
    public async Task AToolWithoutInputHasAnEmptyObject()
    {
        ToolUseBlock tool = await ToolAsync(string.Empty, string.Empty);

        Assert.Empty(Assert.IsAssignableFrom<IDictionary>(tool.Input));
    }

    [Fact]
    public async Task BrokenToolInputIsKeptAsText()
    {
        ToolUseBlock tool = await ToolAsync("""{"city":"Kö""", "ln");

        Assert.Equal("""{"city":"Köln""", tool.Input);
    }

    [Fact]
    public async Task HalfACharacterInToolInputIsKept()
    {
        ToolUseBlock tool = await ToolAsync("""{"mood":"\ud83c"}""");

        Assert.Equal("\ud83c", Assert.IsAssignableFrom<IDictionary>(tool.Input)["mood"]);
    }

    [Fact]
    public async Task TwoToolsKeepTheirOwnPieces()
    {
        ConverseResponse response = await FoldAsync(
            Frames.Begin("""{"toolUse":{"toolUseId":"t0","name":"first"}}"""),
            Frames.Begin("""{"toolUse":{"toolUseId":"t1","name":"second"}}""", 1),
            Frames.Delta("""{"toolUse":{"input":"{\"a\":"}}"""),
            Frames.Delta("""{"toolUse":{"input":"{\"b\":"}}""", 1),
            Frames.Delta("""{"toolUse":{"input":"1}"}}"""),
            Frames.Delta("""{"toolUse":{"input":"2}"}}""", 1));

        Assert.Equal(["first", "second"], response.ToolUses.Select(tool => tool.Name));
        Assert.Equal(["""{"a":1}""", """{"b":2}"""], response.ToolUses.Select(tool => JsonOf.Document(tool.Input)));
    }

    [Fact]
    public async Task ReasoningIsJoinedAndKeptApartFromTheText()
    {
        ConverseResponse response = await FoldAsync(
            Frames.Delta("""{"reasoningContent":{"text":"think "}}"""),
            Frames.Delta("""{"reasoningContent":{"text":"hard"}}"""),
            Frames.Delta("""{"reasoningContent":{"signature":"sig"}}"""),
            Frames.Delta("""{"text":"answer"}""", 1));

        Assert.Equal(("think hard", "answer"), (response.Reasoning, response.Text));
        JsonOf.AssertSame(
            """
            {"role":"assistant","content":[
              {"reasoningContent":{"reasoningText":{"text":"think hard","signature":"sig"}}},{"text":"answer"}]}
            """,
            JsonOf.Sent(response.Message!));
    }

    [Fact]
    public async Task ReasoningThatIsOnlySignedGoesBackWithTheTextThatTheServiceRequires()
    {
        ConverseResponse response = await FoldAsync(Frames.Delta("""{"reasoningContent":{"signature":"sig"}}"""));

        Assert.Null(response.Reasoning);
        Assert.Contains(
            """"reasoningText":{"text":"","signature":"sig"}"""",
            JsonOf.Sent(response.Message!),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task RedactedReasoningIsJoinedAsBytes()
    {
        ConverseResponse response = await FoldAsync(
            Frames.Delta("""{"reasoningContent":{"redactedContent":"AQ=="}}"""),
            Frames.Delta("""{"reasoningContent":{"redactedContent":"AgM="}}"""));

        Assert.Equal([1, 2, 3], Assert.IsType<ReasoningBlock>(response.Message!.Content[0]).RedactedContent!);
    }

    [Fact]
    public async Task CitationsGoWithTheirText()
    {
        ConverseResponse response = await FoldAsync(
            Frames.Text("cited "), Frames.Delta("""{"citation":{"title":"one"}}"""),
            Frames.Text("text"), Frames.Delta("""{"citation":{"title":"two"}}"""));

        Assert.Equal("cited text", response.Text);
        JsonOf.AssertSame(
            """
            {"role":"assistant","content":[{"citationsContent":{
              "content":[{"text":"cited text"}],"citations":[{"title":"one"},{"title":"two"}]}}]}
            """,
            JsonOf.Sent(response.Message!));
    }

    [Fact]
    public async Task ABlockThatOnlyEndsWasAnEmptyText() =>
        Assert.Equal(string.Empty, Assert.IsType<TextBlock>((await FoldAsync()).Message!.Content[0]).Text);

    private async Task<ToolUseBlock> ToolAsync(params string[] pieces)
    {
        byte[][] deltas = Array.ConvertAll(
            pieces, piece => Frames.Delta($$$"""{"toolUse":{"input":{{{Frames.Quote(piece)}}}}}"""));
        ConverseResponse response = await FoldAsync(
            [Frames.Begin("""{"toolUse":{"toolUseId":"t1","name":"weather"}}"""), .. deltas]);
        ToolUseBlock tool = Assert.Single(response.ToolUses);
        Assert.Equal(("t1", "weather"), (tool.ToolUseId, tool.Name));
        return tool;
    }

    private async Task<ConverseResponse> FoldAsync(params byte[][] content)
    {
        _endpoint.Enqueue(new LocalReply { RawStream = Frames.Message(content) });
        return (await Calls.StreamAsync(_endpoint.Uri)).Response;
    }
}
