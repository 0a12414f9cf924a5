using BedrockPS.Tests.Recording;
using BedrockPS.Usage;

namespace BedrockPS.Tests;

/// <summary>The log of calls: whole lines, whoever writes, and read back as they were written.</summary>
public class UsageLogTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void ACallComesBackAsItWasWritten()
    {
        using TemporaryFile file = new();
        UsageEntry entry = new()
        {
            Time = Noon,
            Operation = "Converse",
            ModelId = "us.maker.model",
            Model = "maker.model",
            InferenceProfile = "us.maker.model",
            Region = "us-east-1",
            AccountId = "123456789012",
            ProfileName = "ops \"quoted\"",
            InputTokens = 1,
            OutputTokens = 2,
            CacheReadTokens = 3,
            CacheWriteTokens = 4,
            Cost = 0.000001234567890123456789m,
            Currency = "USD",
            LatencyMs = 5,
            ElapsedMs = 6,
            Attempts = 2,
            StopReason = "end_turn",
            RequestId = "r-1",
            ConversationId = "c-1",
            Metadata = new Dictionary<string, string> { ["team"] = "ops" },
            PromptSha256 = "abc",
        };
        new UsageLog(file.Path).Append(entry);

        UsageEntry read = Assert.Single(Read(file.Path));
        Assert.Equivalent(entry, read, strict: true);
    }

    [Fact]
    public void EachMonthHasItsFileAndSincePassesOverEarlierOnes()
    {
        using TemporaryFile file = new();
        UsageLog log = new(file.Path);
        log.Append(new UsageEntry { Time = Noon.AddMonths(-1), ModelId = "october" });
        log.Append(new UsageEntry { Time = Noon.AddDays(-1), ModelId = "yesterday" });
        log.Append(new UsageEntry { Time = Noon, ModelId = "today" });

        Assert.Equal(["october", "yesterday", "today"], Read(file.Path).Select(entry => entry.ModelId));
        Assert.Equal(["today"], Read(file.Path, since: Noon).Select(entry => entry.ModelId));
        Assert.Contains(file.Files, name => name.EndsWith("-2026-10.jsonl", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"time\":\"2026-11-28T12:00:00Z\",\"modelId\":\"half")]
    [InlineData("not JSON\n")]
    [InlineData("[]\n")]
    [InlineData("{\"time\":1}\n")]
    [InlineData("{\"time\":\"2026-11-28T12:00:00Z\",\"cost\":\"x\",\"inputTokens\":1.5}\n")]
    public void ABrokenLineCostsNoOther(string broken)
    {
        using TemporaryFile file = new();
        UsageLog log = new(file.Path);
        log.Append(new UsageEntry { Time = Noon, ModelId = "before" });
        File.AppendAllText(log.Files.OfMonth(Noon), broken);
        log.Append(new UsageEntry { Time = Noon, ModelId = "after" });

        List<UsageEntry> entries = [];
        UsageLogReader reader = new();
        reader.Read(log.Files.OfMonth(Noon), entries.Add);
        Assert.Equal(["before", "after"], entries.Select(entry => entry.ModelId));
        Assert.Equal(1, reader.BrokenLines);
    }

    [Fact]
    public void LinesLongerThanTheBufferAreReadWhole()
    {
        using TemporaryFile file = new();
        string tag = new('x', 3_000_000);
        UsageLog log = new(file.Path);
        log.Append(new UsageEntry { Time = Noon, Metadata = new Dictionary<string, string> { ["long"] = tag } });
        log.Append(new UsageEntry { Time = Noon, ModelId = "next" });

        Assert.Equal(tag, Read(file.Path)[0].Metadata!["long"]);
        Assert.Equal("next", Read(file.Path)[1].ModelId);
    }

    [Fact]
    public async Task ManyWritersLoseNothing()
    {
        using TemporaryFile file = new();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() =>
        {
            UsageLog log = new(file.Path);
            for (int i = 0; i < 100; i++)
            {
                log.Append(new UsageEntry { Time = Noon, RequestId = $"{writer}-{i}" });
            }
        })));

        Assert.Equal(800, Read(file.Path).Select(entry => entry.RequestId).Distinct().Count());
    }

    [Fact]
    public void AMissingLogIsNamed()
    {
        using TemporaryFile file = new();
        BedrockException failure = Assert.Throws<BedrockException>(() => new UsageLogReader().FilesOf(file.Path));

        Assert.Contains(file.Path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CallsAreAddedUpByWhatIsAsked()
    {
        UsageSummaries sums = new(["model", "Day"]);
        sums.Add(new UsageEntry { Time = Noon, ModelId = "a", InputTokens = 1, Cost = 0.5m, LatencyMs = 10 });
        sums.Add(new UsageEntry { Time = Noon, ModelId = "a", InputTokens = 2, Cost = 0.25m, LatencyMs = 30 });
        sums.Add(new UsageEntry { Time = Noon.AddDays(1), ModelId = "a", ErrorCode = "X", UnknownReason = "?" });
        UsageSummary[] rows = [.. sums.ToSummaries()];

        Assert.Equal(2, rows.Length);
        Assert.Equal((2, 3L, 0.75m), (rows[0].Calls, rows[0].InputTokens, rows[0].Cost));
        Assert.Equal((10L, 30L), (rows[0].LatencyP50Ms, rows[0].LatencyP95Ms));
        Assert.Equal((1, 1, 1, null), (rows[1].Calls, rows[1].Failed, rows[1].UnknownCalls, rows[1].Cost));
        Assert.Equal(new DateTime(2026, 11, 29), rows[1].Day);
    }

    [Fact]
    public void ACallWithTagsCountsUnderEach()
    {
        UsageSummaries sums = new(["Tag"]);
        sums.Add(new UsageEntry { Metadata = new Dictionary<string, string> { ["team"] = "a", ["job"] = "b" } });
        sums.Add(new UsageEntry());

        Assert.Equal([null, "job=b", "team=a"], sums.ToSummaries().Select(row => row.Tag));
    }

    [Fact]
    public void APromptHasTheSameHashWhateverElseIsAsked()
    {
        ConverseRequest request = Calls.Question("secret");
        string hash = PromptHash.Of(MeteredRequest.Of("Converse", request));
        request.InferenceConfig = new InferenceConfiguration { MaxTokens = 5 };

        Assert.Equal(hash, PromptHash.Of(MeteredRequest.Of("ConverseStream", request)));
        Assert.NotEqual(hash, PromptHash.Of(MeteredRequest.Of("Converse", Calls.Question("other"))));
        Assert.Matches("^[0-9a-f]{64}$", hash);
    }

    private static List<UsageEntry> Read(string path, DateTimeOffset? since = null)
    {
        UsageLogReader reader = new() { Since = since };
        List<UsageEntry> entries = [];
        foreach (string file in reader.FilesOf(path))
        {
            reader.Read(file, entries.Add);
        }

        Assert.Equal(0, reader.BrokenLines);
        return entries;
    }
}
