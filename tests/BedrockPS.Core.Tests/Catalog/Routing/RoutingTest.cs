using BedrockPS.Catalog;
using BedrockPS.Converse;
using BedrockPS.Http;

namespace BedrockPS.Tests.Routing;

/// <summary>Calls of a local endpoint through a router, whose cache is a folder of the test's own.</summary>
public abstract class RoutingTest : IDisposable
{
    protected const string Sonnet = "anthropic.claude-sonnet-4-5-20250929-v1:0";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bedrockps-");

    private protected ManualClock Clock { get; } =
        new() { Start = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero) };

    private protected LocalEndpoint Endpoint { get; } = LocalEndpoint.Start();

    private protected List<string> Remarks { get; } = [];

    private protected List<string> Warnings { get; } = [];

    private protected string Folder => _folder.FullName;

    private protected CatalogScope Scope { get; } = new("0123456789ABCDEF", "us-east-1", IsKept: true);

    public void Dispose()
    {
        Endpoint.Dispose();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A session of its own, which finds what earlier ones have kept.</summary>
    private protected CatalogMemory NewSession() => new(new CatalogCache(() => Folder, Clock));

    private protected ModelRouter Router(CatalogMemory memory, params string[] geographies) => new(
        memory,
        Scope,
        geographies,
        _ => Task.FromResult<BedrockConnection?>(Calls.Connect(Endpoint.Uri)))
    {
        OnRemark = Remarks.Add,
        OnWarning = Warnings.Add,
    };

    private protected BedrockConnection Connect(ModelRouter router, CallOptions? options = null) =>
        Calls.Connect(Endpoint.Uri, (options ?? Calls.Once) with { Models = router });

    private protected async Task<ConverseResponse> AskAsync(
        CatalogMemory memory, string modelId, params string[] geographies)
    {
        using BedrockConnection connection = Connect(Router(memory, geographies));
        return await connection.ConverseAsync(Question(modelId)).WaitAsync(Calls.Patience);
    }

    private protected async Task<BedrockException> FailAsync(
        CatalogMemory memory, string modelId, params string[] geographies) =>
        await Assert.ThrowsAsync<BedrockException>(() => AskAsync(memory, modelId, geographies));

    private protected static ConverseRequest Question(string modelId)
    {
        ConverseRequest request = Calls.Question();
        request.ModelId = modelId;
        return request;
    }

    /// <summary>The operations that were asked for, each with the model in its path; pages count once.</summary>
    private protected string[] Asked() =>
    [
        .. Endpoint.Requests.Where(request => !request.Path.Contains("nextToken", StringComparison.Ordinal))
            .Select(request => $"{request.Operation} {request.ModelId}".TrimEnd()),
    ];
}
