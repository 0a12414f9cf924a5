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
    public static IAsyncEnumerable<InferenceProfile> ListInferenceProfilesAsync(
        this BedrockConnection connection, string? type = null, CancellationToken token = default) =>
        connection.ReadPagesAsync<InferenceProfilePage, InferenceProfile>(
            "/inference-profiles",
            [("type", type)],
            BedrockJsonContext.Default.InferenceProfilePage,
            "a list of inference profiles",
            token);

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
}
