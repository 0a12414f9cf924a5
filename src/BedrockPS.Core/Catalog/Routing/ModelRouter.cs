using BedrockPS.Diagnosis;
using BedrockPS.Http;
using BedrockPS.Iam;

namespace BedrockPS.Catalog;

/// <summary>Finds what a model's id can be called by: itself, or an inference profile that contains it.</summary>
/// <remarks>
/// Nothing is asked before the service has refused an id, or a list that is known already says that it will: an id that
/// can be called costs no request of its own. What is no plain id of a model is never changed.
/// </remarks>
public sealed class ModelRouter
{
    private readonly CatalogMemory _memory;
    private readonly RegionCatalog _catalog;
    private readonly IReadOnlyList<string> _geographies;
    private readonly Func<CancellationToken, Task<BedrockConnection?>> _connect;

    /// <summary>Finds the models of a region.</summary>
    /// <param name="memory">What the session knows.</param>
    /// <param name="scope">Who calls, and where.</param>
    /// <param name="geographies">Where calls may be processed; see <see cref="ProfileChoice"/>.</param>
    /// <param name="connect">Connects to the control plane; null where it is not to be asked.</param>
    public ModelRouter(
        CatalogMemory memory,
        CatalogScope scope,
        IReadOnlyList<string> geographies,
        Func<CancellationToken, Task<BedrockConnection?>> connect)
    {
        ArgumentNullException.ThrowIfNull(memory);
        (_memory, _catalog, _geographies, _connect) = (memory, memory.Of(scope), geographies, connect);
    }

    /// <summary>Told, in a sentence, which profile was chosen.</summary>
    public Action<string>? OnRemark { get; init; }

    /// <summary>Told, once a session and model, that its end has been announced.</summary>
    public Action<string>? OnWarning { get; init; }

    /// <summary>Finds what an id is called by, and asks the service for what is not known.</summary>
    /// <param name="modelId">An id or an ARN of any kind.</param>
    /// <param name="isRefresh">Whether the service is asked for what is known too.</param>
    /// <param name="token">Ends the looking.</param>
    /// <exception cref="BedrockException">The service refused or failed to list models or profiles.</exception>
    public async Task<ModelResolution> ResolveAsync(string modelId, bool isRefresh, CancellationToken token)
    {
        ModelPath.Check(modelId);
        ModelIdentifier model = ModelIdentifier.Parse(modelId);
        if (!IsPlain(model))
        {
            return AsItIs(modelId, model.IsArn ? "An ARN is called as it is."
                : model.IsProfile ? "It is an inference profile already."
                : "It is no id of a foundation model, and goes out as it is.");
        }

        await ReadModelsAsync(isRefresh, token).ConfigureAwait(false);
        if (_catalog.Find(modelId) is not { } found)
        {
            string here = _catalog.Scope.Region ?? "The region";
            return AsItIs(modelId, $"{here} lists no such model; it goes out as it is.");
        }

        Warn(modelId);
        if (!_catalog.NeedsProfile(modelId))
        {
            return AsOneOf(found);
        }

        return Choose(modelId, await ReadProfilesAsync(isRefresh, token).ConfigureAwait(false));
    }

    /// <summary>
    /// The name that a call of a model would go out with, as far as that is known without asking anybody.
    /// </summary>
    /// <exception cref="BedrockException">
    /// <c>ModelNotCallable</c>: no profile that may be taken stands for it.
    /// </exception>
    public static string KnownId(BedrockConnection connection, string modelId) => Known(connection, modelId).ModelId;

    /// <summary>What is known of an id without asking anybody.</summary>
    internal static ModelRoute Known(BedrockConnection connection, string modelId)
    {
        ModelRouter? router = connection.Options.Models;
        return router?._catalog.Profiles is { } profiles && router.IsStandIn(modelId)
            ? new ModelRoute(modelId, router.Choose(modelId, profiles).ResolvedModelId)
            : new ModelRoute(modelId, modelId);
    }

    /// <summary>
    /// Whether a failure may come from the name that was called: a model's own id, or a profile of yesterday's list.
    /// </summary>
    internal static bool MayKnowBetter(BedrockException failure, ModelRoute route) => route.IsResolved
        ? failure.ErrorCode == ErrorCodes.ResourceNotFound || RecommendedActions.NamesNoModel(failure)
        : RecommendedActions.NeedsProfile(failure) && IsPlain(ModelIdentifier.Parse(route.Asked));

    /// <summary>Where a call goes first.</summary>
    internal async Task<ModelRoute> RouteAsync(string modelId, CancellationToken token)
    {
        Warn(modelId);
        if (!IsStandIn(modelId))
        {
            return new ModelRoute(modelId, modelId);
        }

        try
        {
            return Follow(Choose(modelId, await ReadProfilesAsync(isRefresh: false, token).ConfigureAwait(false)));
        }
        catch (BedrockException)
        {
            // The service's own words about the model tell more than why a list could not be read.
            return new ModelRoute(modelId, modelId);
        }
    }

    /// <summary>Where a refused call goes next; null where there is nowhere, which the failure then explains.</summary>
    internal async Task<ModelRoute?> RerouteAsync(BedrockException failure, ModelRoute refused, CancellationToken token)
    {
        try
        {
            if (!refused.IsResolved)
            {
                _catalog.Refuse(refused.Asked);
            }

            CatalogList<InferenceProfile> profiles =
                await ReadProfilesAsync(isRefresh: refused.IsResolved, token).ConfigureAwait(false);
            ModelResolution resolution = Choose(refused.Asked, profiles);
            failure.Resolution = refused.IsResolved ? null : resolution;
            return resolution.ResolvedModelId == refused.ModelId
                ? null
                : Follow(resolution) with { Attempts = failure.Attempts };
        }
        catch (BedrockException e)
        {
            failure.Resolution = new ModelResolution
            {
                ModelId = refused.Asked,
                ResolvedModelId = refused.Asked,
                Region = _catalog.Scope.Region,
                Reason = $"The inference profiles could not be listed. {e.ErrorCode}: {e.Message}",
                Advice = AdviceFor(e),
            };
            return null;
        }
    }

    private static bool IsPlain(ModelIdentifier model) => model is { Kind: ModelKind.FoundationModel, IsArn: false };

    private static string AdviceFor(BedrockException failure) => failure.ErrorCode switch
    {
        ErrorCodes.AccessDenied =>
            $"Allow {IamAction.ListProfiles} on *, so that the profile can be found (New-BRIamPolicy -List), or give "
            + "the id of an inference profile that contains the model as -ModelId.",
        ClientErrorCode.ControlPlaneUnknown =>
            "Give the id of an inference profile that contains the model as -ModelId, or name the endpoint of the "
            + "control plane too: AWS_ENDPOINT_URL_BEDROCK.",
        _ => "Give the id of an inference profile that contains the model as -ModelId. "
            + RecommendedActions.For(failure),
    };

    private bool IsStandIn(string modelId) =>
        IsPlain(ModelIdentifier.Parse(modelId)) && _catalog.NeedsProfile(modelId);

    private ModelRoute Follow(ModelResolution resolution)
    {
        if (resolution.ResolvedModelId != resolution.ModelId)
        {
            OnRemark?.Invoke($"{resolution.ModelId} is called as {resolution.ResolvedModelId}. {resolution.Reason}");
        }

        return new ModelRoute(resolution.ModelId, resolution.ResolvedModelId);
    }

    private ModelResolution Choose(string modelId, CatalogList<InferenceProfile> profiles)
    {
        string? region = _catalog.Scope.Region;
        ModelResolution resolution = ProfileChoice.Describe(
            modelId, ProfileOrder.Callable(profiles.Items, modelId, region, _geographies), _geographies, region);
        resolution.ReadAt = profiles.ReadAt;
        return resolution;
    }

    private ModelResolution AsItIs(string modelId, string reason) => new()
    {
        ModelId = modelId,
        ResolvedModelId = modelId,
        Reason = reason,
        Region = _catalog.Scope.Region,
        ReadAt = IsPlain(ModelIdentifier.Parse(modelId)) ? _catalog.Models?.ReadAt : null,
    };

    private ModelResolution AsOneOf(FoundationModel found)
    {
        bool isOnDemand = found.InferenceTypes is not { Count: > 0 } ways || ways.Contains("ON_DEMAND");
        ModelResolution resolution = AsItIs(found.ModelId, isOnDemand
            ? "It can be called on demand."
            : $"It can be called in these ways only: {found.InferenceTypes}.");
        resolution.Advice = isOnDemand ? null : "Buy throughput for it, and give the ARN of that as -ModelId.";
        return resolution;
    }

    private Task<CatalogList<InferenceProfile>> ReadProfilesAsync(bool isRefresh, CancellationToken token) =>
        _catalog.ReadProfilesAsync(ConnectAsync, isRefresh, token);

    private async Task ReadModelsAsync(bool isRefresh, CancellationToken token)
    {
        if (!isRefresh && _catalog.Models?.IsFresh(_catalog.Now, RegionCatalog.Freshness) == true)
        {
            return;
        }

        using BedrockConnection connection = await ConnectAsync(token).ConfigureAwait(false);
        _catalog.Keep(await connection.ListFoundationModelsAsync(null, token).ConfigureAwait(false), isWhole: true);
    }

    private async Task<BedrockConnection> ConnectAsync(CancellationToken token) =>
        await _connect(token).ConfigureAwait(false) ?? throw new BedrockException(
            ClientErrorCode.ControlPlaneUnknown,
            "The endpoint of the runtime was named and that of the control plane was not, so AWS is not asked for "
            + "lists.");

    private void Warn(string modelId)
    {
        if (OnWarning is { } warn
            && FindModel(modelId) is { } model
            && EndingModels.Describe(model, _catalog.Now) is { } warning
            && _memory.IsFirstWarning(model.ModelId))
        {
            warn(warning);
        }
    }

    private FoundationModel? FindModel(string modelId)
    {
        string? id = ModelIdentifier.Parse(modelId).FoundationModelId;
        return id is null ? null : _catalog.Find(id);
    }
}
