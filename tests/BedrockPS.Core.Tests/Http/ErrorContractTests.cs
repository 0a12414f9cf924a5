using System.Reflection;
using System.Text.Json;
using BedrockPS.Http;
using BedrockPS.Invoke;

namespace BedrockPS.Tests;

/// <summary>Plays each row of docs/errors.md: the id, whether it is tried again, how often it is sent.</summary>
public sealed class ErrorContractTests : IDisposable
{
    private readonly LocalEndpoint _endpoint = LocalEndpoint.Start();

    public static IEnumerable<object[]> ServiceRows => ErrorTables.Service
        .Select(row => new object[] { row.Id, row.Status, row.When, row.Retried, row.Sends });

    public static IEnumerable<object[]> StreamRows => ErrorTables.Service
        .Where(row => row.InStream.Length > 0).Select(row => new object[] { row.Id, row.InStream });

    public static IEnumerable<object[]> StatusRows =>
        ErrorTables.Statuses.Select(row => new object[] { row.Status, row.Id });

    public static IEnumerable<object[]> ClientRows =>
        ErrorTables.Client.Select(row => new object[] { row.Id, row.Retried });

    public void Dispose() => _endpoint.Dispose();

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public async Task AnErrorOfTheServiceIsWhatTheTableSays(
        string id, int status, string when, bool isRetried, int sends)
    {
        await AssertAsync(new LocalReply { ErrorCode = id, StatusCode = status, Message = when, Times = 9 });
        string body = JsonSerializer.Serialize(new { __type = $"com.amazon.bedrock#{id}", Message = when });
        await AssertAsync(new LocalReply { StatusCode = status, Body = body, Times = 9 });

        Assert.Equal(isRetried ? 3 : 1, sends);

        async Task AssertAsync(LocalReply reply)
        {
            _endpoint.ClearReplies();
            _endpoint.Enqueue(reply);
            long before = _endpoint.RequestCount;
            BedrockException e = await Calls.FailAsync(_endpoint.Uri, Options);
            Assert.Equal((id, status, when), (e.ErrorCode, e.StatusCode, e.Message));
            Assert.Equal((sends, sends), (e.Attempts, _endpoint.RequestCount - before));
        }
    }

    [Theory]
    [MemberData(nameof(StreamRows))]
    public async Task AnErrorInAStreamHasTheSameIdAndIsSentOnce(string id, string inStream)
    {
        for (int pieces = 0; pieces < 2; pieces++)
        {
            _endpoint.Enqueue(new LocalReply
            {
                Pieces = ["one ", "two"], StreamErrorCode = inStream, ErrorAfterPieces = pieces, Times = 2,
            });

            BedrockException converse = await Calls.FailStreamAsync(_endpoint.Uri, Options);
            BedrockException native = await FailNativeStreamAsync();

            Assert.All([converse, native], e => Assert.Equal((id, 1), (e.ErrorCode, e.Attempts)));
            Assert.Equal(pieces == 0 ? "" : "one ", Calls.PartialText(converse));
            Assert.Equal(pieces == 0 ? "" : "one ", Assert.IsType<InvokeModelResponse>(native.PartialResponse).Text);
        }

        Assert.Equal(4, _endpoint.RequestCount);
    }

    [Theory]
    [MemberData(nameof(StatusRows))]
    public async Task AStatusWithoutACodeHasTheIdThatTheTableSays(int status, string id)
    {
        _endpoint.Enqueue(new LocalReply { StatusCode = status, Body = """{"message":"no"}""" });

        Assert.Equal(id, (await Calls.FailAsync(_endpoint.Uri)).ErrorCode);
    }

    [Theory]
    [MemberData(nameof(ClientRows))]
    public void AnErrorOfTheModuleIsTriedAgainAsTheTableSays(string id, bool triedAgain) =>
        Assert.Equal(triedAgain, RetryPolicy.IsRetryable(new BedrockException(id, "no")));

    [Fact]
    public void EveryCodeOfTheModuleHasARow() => Assert.Equal(
        typeof(ClientErrorCode).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        ErrorTables.Client.Select(row => row.Id));

    [SharedFact("api")]
    public void EveryExceptionOfTheApiHasARow()
    {
        List<string> missing = [];
        foreach (JsonProperty shape in Shapes("bedrock").Concat(Shapes("bedrock-runtime")))
        {
            missing.AddRange(InStream(shape.Value).Except(ErrorTables.Service.Select(row => row.InStream)));
            if (shape.Value.TryGetProperty("exception", out _)
                && !ErrorTables.Service.Any(row => row.Id == shape.Name && row.Status == StatusOf(shape.Value)))
            {
                missing.Add(shape.Name);
            }
        }

        Assert.Empty(missing);
    }

    private static CallOptions Options => new()
    {
        MaxAttempts = 3,
        Clock = new ManualClock { Skips = TimeSpan.FromMinutes(1), Start = TimeProvider.System.GetUtcNow() },
    };

    private static JsonElement.ObjectEnumerator Shapes(string service) => JsonOf
        .Parse(File.ReadAllText(Path.Combine(SharedFolder.Api!, $"{service}.service-2.json")))
        .GetProperty("shapes").EnumerateObject();

    private static int StatusOf(JsonElement shape) =>
        shape.GetProperty("error").GetProperty("httpStatusCode").GetInt32();

    private static IEnumerable<string> InStream(JsonElement shape) => shape.TryGetProperty("eventstream", out _)
        ? shape.GetProperty("members").EnumerateObject().Select(member => member.Name)
            .Where(name => name.EndsWith("Exception", StringComparison.Ordinal))
        : [];

    private async Task<BedrockException> FailNativeStreamAsync()
    {
        using BedrockConnection connection = Calls.Connect(_endpoint.Uri, Options);
        InvokeModelRequest request = new()
        {
            ModelId = Calls.Model,
            Body = """{"messages":[{"role":"user","content":[{"text":"hi"}]}]}"""u8.ToArray(),
        };
        await using InvokeModelStream stream =
            await connection.InvokeModelStreamAsync(request).WaitAsync(Calls.Patience);
        return await Assert.ThrowsAsync<BedrockException>(async () =>
        {
            await foreach (InvokeModelChunk chunk in stream.ReadAsync())
            {
                Assert.NotNull(chunk);
            }
        });
    }
}
