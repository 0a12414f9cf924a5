using System.Net.Http.Headers;
using System.Text.Json;
using BedrockPS.Catalog;
using BedrockPS.Http;
using BedrockPS.Json;
using BedrockPS.Preview;
using BedrockPS.Usage;

namespace BedrockPS.Invoke;

/// <summary>InvokeModel and InvokeModelWithResponseStream of the Bedrock runtime.</summary>
public static class InvokeOperations
{
    // The service's description: the body is a blob of at most 25,000,000 bytes.
    private const int MaxBodyLength = 25_000_000;

    /// <summary>Sends a native body and waits for the whole answer.</summary>
    /// <exception cref="BedrockException">The service refused or failed, or the body is too long.</exception>
    public static Task<InvokeModelResponse> InvokeModelAsync(
        this BedrockConnection connection, InvokeModelRequest request, CancellationToken token = default) =>
        ModelCall.RoutedAsync(
            connection,
            request.ModelId,
            async route =>
            {
                using HttpRequestMessage post = route.Mark(CreatePost(connection, request, route, isStream: false));
                Tally tally = Tally.Begin(
                    connection, MeteredRequest.Of("InvokeModel", request) with { ModelId = route.ModelId });
                return await tally.WatchAsync(async () =>
                {
                    (HttpResponseMessage head, byte[] body) =
                        await connection.SendAsync(post, token).ConfigureAwait(false);
                    return tally.Settle(ToResponse(head, body, route));
                }).ConfigureAwait(false);
            },
            token);

    /// <summary>Sends a native body and opens the stream of the answer; the caller disposes of it.</summary>
    /// <param name="connection">The endpoint.</param>
    /// <param name="request">The body and its model.</param>
    /// <param name="keepChunks">Whether the response is to hold text and chunks; without, memory stays flat.</param>
    /// <param name="token">Cancels the call.</param>
    /// <exception cref="BedrockException">The service refused or failed, or the answer is not a stream.</exception>
    public static Task<InvokeModelStream> InvokeModelStreamAsync(
        this BedrockConnection connection,
        InvokeModelRequest request,
        bool keepChunks = true,
        CancellationToken token = default) =>
        ModelCall.RoutedAsync(
            connection,
            request.ModelId,
            async route =>
            {
                using HttpRequestMessage post = route.Mark(CreatePost(connection, request, route, isStream: true));
                Tally tally = Tally.Begin(
                    connection,
                    MeteredRequest.Of("InvokeModelWithResponseStream", request) with { ModelId = route.ModelId });
                EventStreamResponse source = await tally.WatchAsync(() => connection.OpenStreamAsync(post, token))
                    .ConfigureAwait(false);
                return new InvokeModelStream(source, route, keepChunks, tally);
            },
            token);

    /// <summary>The request as a call would send it; nothing is sent.</summary>
    /// <param name="connection">The endpoint.</param>
    /// <param name="request">The body and its model.</param>
    /// <param name="isStream">Whether the call would stream.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: the body is too long.</exception>
    public static BedrockRequestPreview PreviewInvokeModel(
        this BedrockConnection connection, InvokeModelRequest request, bool isStream)
    {
        ModelRoute route = ModelRouter.Known(connection, request.ModelId);
        using HttpRequestMessage post = CreatePost(connection, request, route, isStream);
        string operation = isStream ? "InvokeModelWithResponseStream" : "InvokeModel";
        return PreviewReader.Read(post, operation, request.ModelId);
    }

    /// <summary>The bytes as JSON; null where they are not.</summary>
    internal static object? TryDecode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return DocumentReader.Read(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The one place that makes the request: what a preview shows is what a call sends.
    private static HttpRequestMessage CreatePost(
        BedrockConnection connection, InvokeModelRequest request, ModelRoute route, bool isStream)
    {
        HttpRequestMessage post = connection.CreatePost(
            ModelPath.For(route.ModelId, isStream ? "invoke-with-response-stream" : "invoke"),
            CheckedBody(request),
            request.ContentType,
            isStream ? null : request.Accept);
        if (isStream)
        {
            post.Headers.TryAddWithoutValidation("X-Amzn-Bedrock-Accept", request.Accept);
        }

        return post;
    }

    private static byte[] CheckedBody(InvokeModelRequest request) => request.Body.Length <= MaxBodyLength
        ? request.Body
        : throw new BedrockException(
            ClientErrorCode.InvalidRequest,
            $"The body takes {request.Body.Length:N0} bytes; InvokeModel takes {MaxBodyLength:N0} at most.");

    private static InvokeModelResponse ToResponse(HttpResponseMessage head, byte[] body, ModelRoute route)
    {
        MediaTypeHeaderValue? type = head.Content.Headers.ContentType;
        if (type?.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true)
        {
            throw ResponseFacts.Unexpected(head, "not with a model's answer", body);
        }

        object? decoded = TryDecode(body);
        if (decoded is null && type?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true)
        {
            throw ResponseFacts.Unexpected(head, "and the body is not JSON", body);
        }

        return new InvokeModelResponse
        {
            Text = NativeText.Text(decoded),
            Body = decoded,
            StopReason = NativeText.StopReason(decoded),
            Usage = NativeUsage.FromHeaders(head),
            LatencyMs = NativeUsage.LatencyFromHeaders(head),
            ModelId = route.Asked,
            ResolvedModelId = route.ModelId,
            RequestId = ResponseFacts.RequestId(head),
            Attempts = ResponseFacts.Attempts(head),
            ContentType = type?.ToString(),
            RawBody = body,
        };
    }
}
