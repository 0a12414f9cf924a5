using System.Text.Json;
using BedrockPS.Catalog;
using BedrockPS.Http;
using BedrockPS.Json;
using BedrockPS.Preview;

namespace BedrockPS.Converse;

/// <summary>CountTokens of the Bedrock runtime: what a request would be counted as, without asking the model.</summary>
public static class TokenCounting
{
    private const string Json = "application/json";

    /// <summary>
    /// The id that tokens can be counted for: the foundation model's, for the operation takes no profile. Null where
    /// the name does not tell the foundation model.
    /// </summary>
    public static string? CountableId(string modelId) => ModelIdentifier.Parse(modelId).FoundationModelId;

    /// <summary>Counts the input tokens of a request.</summary>
    /// <exception cref="BedrockException">The service refused or failed, as it does for many models.</exception>
    public static Task<long> CountTokensAsync(
        this BedrockConnection connection, ConverseRequest request, CancellationToken token = default) =>
        ModelCall.AboutAsync(request.ModelId, async () =>
        {
            using HttpRequestMessage post = CreatePost(connection, request);
            (HttpResponseMessage head, byte[] body) = await connection.SendAsync(post, token).ConfigureAwait(false);
            return Read(head, body);
        });

    /// <summary>The request as a call would send it; nothing is sent.</summary>
    /// <param name="connection">The endpoint.</param>
    /// <param name="request">What to count.</param>
    public static BedrockRequestPreview PreviewCountTokens(this BedrockConnection connection, ConverseRequest request)
    {
        using HttpRequestMessage post = CreatePost(connection, request);
        return PreviewReader.Read(post, "CountTokens", request.ModelId);
    }

    private static HttpRequestMessage CreatePost(BedrockConnection connection, ConverseRequest request)
    {
        // What else a request of Converse has, the operation does not know.
        byte[] converse = BedrockJson.Write(
            new ConverseRequest
            {
                Messages = request.Messages,
                System = request.System,
                ToolConfig = request.ToolConfig,
                AdditionalModelRequestFields = request.AdditionalModelRequestFields,
            },
            BedrockJsonContext.Default.ConverseRequest);
        byte[] body = [.. """{"input":{"converse":"""u8, .. converse, .. "}}"u8];
        string modelId = CountableId(request.ModelId) ?? request.ModelId;
        return connection.CreatePost(ModelPath.For(modelId, "count-tokens"), body, Json, Json);
    }

    private static long Read(HttpResponseMessage head, byte[] body)
    {
        try
        {
            using JsonDocument answer = JsonDocument.Parse(body);
            return answer.RootElement.GetProperty("inputTokens").GetInt64();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw ResponseFacts.Unexpected(head, "which does not tell 'inputTokens'", body, e);
        }
    }
}
