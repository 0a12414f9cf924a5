using System.Text.Json;
using BedrockPS.Http;
using BedrockPS.Json;

namespace BedrockPS.Catalog;

/// <summary>The reads of the Bedrock control plane.</summary>
public static class CatalogOperations
{
    /// <summary>The foundation models of the region; the operation is not paged.</summary>
    /// <exception cref="BedrockException">
    /// The service refused or failed, or the answer is not a list of models.
    /// </exception>
    public static async Task<IReadOnlyList<FoundationModel>> ListFoundationModelsAsync(
        this BedrockConnection connection, FoundationModelFilter? filter = null, CancellationToken token = default)
    {
        using HttpRequestMessage get = new(
            HttpMethod.Get, connection.UriOf("/foundation-models" + filter?.ToQuery()));
        (HttpResponseMessage head, byte[] body) = await connection.SendAsync(get, token).ConfigureAwait(false);
        try
        {
            return BedrockJson.Read(body, BedrockJsonContext.Default.FoundationModelList).ModelSummaries
                ?? throw new JsonException("the member 'modelSummaries' is missing");
        }
        catch (JsonException e)
        {
            throw ResponseFacts.Unexpected(head, "not with a list of models", body, e);
        }
    }
}
