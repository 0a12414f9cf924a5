using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
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
    public static Task<IReadOnlyList<FoundationModel>> ListFoundationModelsAsync(
        this BedrockConnection connection, FoundationModelFilter? filter = null, CancellationToken token = default) =>
        connection.ReadAsync(
            "/foundation-models" + filter?.ToQuery(),
            BedrockJsonContext.Default.FoundationModelList,
            list => (IReadOnlyList<FoundationModel>?)list.ModelSummaries,
            "a list of models",
            token);

    /// <summary>One foundation model of the region.</summary>
    /// <exception cref="BedrockException">
    /// <c>ResourceNotFoundException</c> or <c>ValidationException</c>: the region has no such model. Others: the
    /// service refused or failed, or the answer is not a model.
    /// </exception>
    public static Task<FoundationModel> GetFoundationModelAsync(
        this BedrockConnection connection, string modelId, CancellationToken token = default) =>
        ModelCall.AboutAsync(modelId, () => connection.ReadAsync(
            "/foundation-models/" + ModelPath.Escape(modelId),
            BedrockJsonContext.Default.FoundationModelDetails,
            answer => answer.ModelDetails,
            "a model",
            token));

    /// <summary>What the account may have of a model: agreement, entitlement, authorisation, region.</summary>
    /// <exception cref="BedrockException">
    /// <c>ResourceNotFoundException</c> or <c>ValidationException</c>: there is no such model. Others: the service
    /// refused or failed, or the answer is not an availability.
    /// </exception>
    public static Task<FoundationModelAvailability> GetFoundationModelAvailabilityAsync(
        this BedrockConnection connection, string modelId, CancellationToken token = default) =>
        ModelCall.AboutAsync(modelId, () => connection.ReadAsync(
            "/foundation-model-availability/" + ModelPath.Escape(modelId),
            BedrockJsonContext.Default.FoundationModelAvailability,
            answer => answer,
            "a model's availability",
            token));

    /// <summary>The inference profiles that can be called from the region, each page as it is asked for.</summary>
    /// <param name="connection">The control plane.</param>
    /// <param name="type">Only those of this <see cref="InferenceProfileType"/>; null for the service's choice.</param>
    /// <param name="token">Ends the reading.</param>
    /// <exception cref="BedrockException">
    /// The service refused or failed, or an answer is not a list of profiles.
    /// </exception>
    public static async IAsyncEnumerable<InferenceProfile> ListInferenceProfilesAsync(
        this BedrockConnection connection,
        string? type = null,
        [EnumeratorCancellation] CancellationToken token = default)
    {
        string? next = null;
        do
        {
            InferenceProfileList page = await connection.ReadProfilesAsync(type, next, token).ConfigureAwait(false);
            foreach (InferenceProfile profile in page.InferenceProfileSummaries!)
            {
                yield return profile;
            }

            // A server that hands back the token it was given would be asked for ever.
            next = page.NextToken == next ? null : page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
    }

    /// <summary>One inference profile.</summary>
    /// <param name="connection">The control plane.</param>
    /// <param name="profile">The profile's id or ARN.</param>
    /// <param name="token">Ends the call.</param>
    /// <exception cref="BedrockException">
    /// <c>ResourceNotFoundException</c> or <c>ValidationException</c>: there is no such profile. Others: the service
    /// refused or failed, or the answer is not a profile.
    /// </exception>
    public static Task<InferenceProfile> GetInferenceProfileAsync(
        this BedrockConnection connection, string profile, CancellationToken token = default) =>
        ModelCall.AboutAsync(profile, () => connection.ReadAsync(
            "/inference-profiles/" + ModelPath.Escape(profile),
            BedrockJsonContext.Default.InferenceProfile,
            answer => answer.InferenceProfileId.Length > 0 ? answer : null,
            "an inference profile",
            token));

    private static Task<InferenceProfileList> ReadProfilesAsync(
        this BedrockConnection connection, string? type, string? next, CancellationToken token)
    {
        (string Name, string? Value)[] parts = [("type", type), ("nextToken", next)];
        return connection.ReadAsync(
            "/inference-profiles" + QueryText.Of(parts),
            BedrockJsonContext.Default.InferenceProfileList,
            page => page.InferenceProfileSummaries is null ? null : page,
            "a list of inference profiles",
            token);
    }

    private static async Task<TResult> ReadAsync<TAnswer, TResult>(
        this BedrockConnection connection,
        string path,
        JsonTypeInfo<TAnswer> type,
        Func<TAnswer, TResult?> select,
        string expected,
        CancellationToken token)
        where TAnswer : class
        where TResult : class
    {
        using HttpRequestMessage get = new(HttpMethod.Get, connection.UriOf(path));
        (HttpResponseMessage head, byte[] body) = await connection.SendAsync(get, token).ConfigureAwait(false);
        try
        {
            return select(BedrockJson.Read(body, type)) ?? throw new JsonException("the member that counts is missing");
        }
        catch (JsonException e)
        {
            throw ResponseFacts.Unexpected(head, $"not with {expected}", body, e);
        }
    }
}
