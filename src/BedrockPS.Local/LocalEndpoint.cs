using BedrockPS.Local.Catalog;
using BedrockPS.Local.Http;
using BedrockPS.Local.Operations;
using BedrockPS.Local.Replies;
using BedrockPS.Local.Resources;

namespace BedrockPS;

/// <summary>A Bedrock endpoint inside this process: real HTTP, real frames, scripted replies, no account.</summary>
public sealed class LocalEndpoint : IDisposable, IAsyncDisposable
{
    /// <summary>The header, in lower case, by which a request without a signature names its region.</summary>
    public const string RegionHeader = "x-bedrockps-region";

    private static readonly Lazy<string[]> KnownIds =
        new(() => [.. new LocalCatalog().Models.Select(model => model.Id)]);

    private readonly RequestLog _requests = new();
    private readonly ReplyQueue _replies = new();
    private readonly ResourceStore _resources = new();
    private readonly HttpServer _server;

    private LocalEndpoint(LocalEndpointOptions options)
    {
        TimeProvider time = options.TimeProvider ?? TimeProvider.System;
        EndpointHandler handler = new(options, _requests, _replies, _resources);
        _server = new HttpServer(options.Port, time, handler.HandleAsync);
        ChecksSignatures = options.CheckSignatures;
        StartedAt = time.GetUtcNow();
        Uri = new Uri($"http://127.0.0.1:{_server.Port}/");
    }

    /// <summary>Where it listens, on the loopback address only.</summary>
    public Uri Uri { get; }

    /// <summary>The port it listens on.</summary>
    public int Port => _server.Port;

    /// <summary>Whether it still answers: it does until it is stopped.</summary>
    public bool IsRunning => _server.IsRunning;

    /// <summary>Whether a signed request must be signed rightly, with <see cref="LocalCredentials"/>.</summary>
    public bool ChecksSignatures { get; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>How many requests it has received since then.</summary>
    public long RequestCount => _requests.Total;

    /// <summary>The newest 256 requests, oldest first, as they stand now.</summary>
    public IReadOnlyList<LocalRequest> Requests => _requests.Snapshot();

    /// <summary>The ids of the models that every local endpoint knows.</summary>
    public static IReadOnlyList<string> KnownModelIds => KnownIds.Value;

    /// <summary>Starts an endpoint, which runs until it is disposed.</summary>
    /// <exception cref="BedrockException">The recording to answer from cannot be read.</exception>
    public static LocalEndpoint Start(LocalEndpointOptions? options = null) =>
        new(options ?? new LocalEndpointOptions());

    /// <summary>Adds a reply; each request uses the first one in the queue that is for it.</summary>
    public void Enqueue(LocalReply reply) => _replies.Add(reply);

    /// <summary>Adds to what the endpoint's account owns.</summary>
    /// <param name="kind">
    /// The list it belongs to: <c>custom-models</c>, <c>imported-models</c>, <c>provisioned-model-throughputs</c>,
    /// <c>guardrails</c>, <c>prompt-routers</c> or <c>model-invocation-jobs</c>.
    /// </param>
    /// <param name="json">The members with which the service gets one such thing.</param>
    /// <exception cref="ArgumentException">There is no such list, or the text is no JSON object.</exception>
    public void AddResource(string kind, string json) => _resources.Add(kind, json);

    /// <summary>Forgets the replies that were not used.</summary>
    public void ClearReplies() => _replies.Clear();

    /// <summary>Forgets the requests, and counts from 0 again.</summary>
    public void ClearRequests() => _requests.Clear();

    /// <summary>Waits until the request of that number, counted from 0, has arrived.</summary>
    /// <exception cref="TimeoutException">It did not arrive in time.</exception>
    public LocalRequest WaitForRequest(int index, TimeSpan timeout) => _requests.WaitFor(index, timeout);

    /// <summary>Stops listening and closes every connection at once.</summary>
    public void Dispose() => _server.Dispose();

    /// <summary>Stops listening and closes every connection at once.</summary>
    public ValueTask DisposeAsync() => new(Task.Run(Dispose));
}
