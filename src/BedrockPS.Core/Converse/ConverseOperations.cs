using System.Text.Json;
using BedrockPS.Catalog;
using BedrockPS.Http;
using BedrockPS.Json;
using BedrockPS.Preview;
using BedrockPS.Usage;

namespace BedrockPS.Converse;

/// <summary>Converse and ConverseStream of the Bedrock runtime.</summary>
public static class ConverseOperations
{
    private const string Json = "application/json";

    /// <summary>Asks a model and waits for its whole answer.</summary>
    /// <exception cref="BedrockException">The service refused or failed, or the answer is not one.</exception>
    public static Task<ConverseResponse> ConverseAsync(
        this BedrockConnection connection, ConverseRequest request, CancellationToken token = default) =>
        ModelCall.RoutedAsync(
            connection,
            request.ModelId,
            async route =>
            {
                using HttpRequestMessage post = route.Mark(CreatePost(connection, request, route, isStream: false));
                Tally tally = Tally.Begin(
                    connection, MeteredRequest.Of("Converse", request) with { ModelId = route.ModelId });
                return await tally.WatchAsync(async () =>
                {
                    (HttpResponseMessage head, byte[] body) =
                        await connection.SendAsync(post, token).ConfigureAwait(false);
                    return tally.Settle(Read(head, body, route));
                }).ConfigureAwait(false);
            },
            token);

    /// <summary>Asks a model and opens the stream of its answer; the caller disposes of it.</summary>
    /// <param name="connection">The endpoint.</param>
    /// <param name="request">What to ask.</param>
    /// <param name="keepContent">
    /// Whether the response is to hold text and blocks; without, memory stays flat, and a failure's partial response
    /// holds neither.
    /// </param>
    /// <param name="token">Cancels the call.</param>
    /// <exception cref="BedrockException">The service refused or failed, or the answer is not a stream.</exception>
    public static Task<ConverseStream> ConverseStreamAsync(
        this BedrockConnection connection,
        ConverseRequest request,
        bool keepContent = true,
        CancellationToken token = default) =>
        ModelCall.RoutedAsync(
            connection,
            request.ModelId,
            async route =>
            {
                using HttpRequestMessage post = route.Mark(CreatePost(connection, request, route, isStream: true));
                Tally tally = Tally.Begin(
                    connection, MeteredRequest.Of("ConverseStream", request) with { ModelId = route.ModelId });
                EventStreamResponse source = await tally.WatchAsync(() => connection.OpenStreamAsync(post, token))
                    .ConfigureAwait(false);
                return new ConverseStream(source, route, keepContent, tally);
            },
            token);

    /// <summary>The request as a call would send it; nothing is sent.</summary>
    /// <param name="connection">The endpoint.</param>
    /// <param name="request">What to ask.</param>
    /// <param name="isStream">Whether the call would stream.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: the request has no form on the wire.</exception>
    public static BedrockRequestPreview PreviewConverse(
        this BedrockConnection connection, ConverseRequest request, bool isStream)
    {
        ModelRoute route = ModelRouter.Known(connection, request.ModelId);
        using HttpRequestMessage post = CreatePost(connection, request, route, isStream);
        return PreviewReader.Read(post, isStream ? "ConverseStream" : "Converse", request.ModelId);
    }

    // The one place that makes the request: what a preview shows is what a call sends.
    private static HttpRequestMessage CreatePost(
        BedrockConnection connection, ConverseRequest request, ModelRoute route, bool isStream) =>
        connection.CreatePost(
            ModelPath.For(route.ModelId, isStream ? "converse-stream" : "converse"),
            BedrockJson.Write(request, BedrockJsonContext.Default.ConverseRequest),
            Json,
            isStream ? null : Json);

    private static ConverseResponse Read(HttpResponseMessage head, byte[] body, ModelRoute route)
    {
        ConverseResult result;
        try
        {
            result = BedrockJson.Read(body, BedrockJsonContext.Default.ConverseResult);
        }
        catch (JsonException e)
        {
            throw ResponseFacts.Unexpected(head, "not with the JSON of an answer", body, e);
        }

        return result.Output is null && result.StopReason is null
            ? throw ResponseFacts.Unexpected(head, "which has neither 'output' nor 'stopReason'", body)
            : ToResponse(result, head, route);
    }

    private static ConverseResponse ToResponse(
        ConverseResult result, HttpResponseMessage head, ModelRoute route) => new()
    {
        Message = result.Output?.Message,
        StopReason = result.StopReason,
        Usage = result.Usage,
        LatencyMs = result.Metrics?.LatencyMs,
        AdditionalFields = result.AdditionalModelResponseFields,
        Trace = result.Trace,
        Other = Merge(Merge(result.Other, "output", result.Output?.Other), "metrics", result.Metrics?.Other),
        ModelId = route.Asked,
        ResolvedModelId = route.ModelId,
        RequestId = ResponseFacts.RequestId(head),
        Attempts = ResponseFacts.Attempts(head),
    };

    private static IDictionary<string, object?>? Merge(
        IDictionary<string, object?>? members, string name, IDictionary<string, object?>? unknown)
    {
        if (unknown is null)
        {
            return members;
        }

        members ??= new Dictionary<string, object?>();
        members[name] = unknown;
        return members;
    }
}
