using System.Diagnostics.CodeAnalysis;
using BedrockPS.Http;
using BedrockPS.Json;

namespace BedrockPS.Catalog;

/// <summary>What a session knows of one region: what it has listed, and what earlier sessions have kept.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The gate is never waited for by handle, so it holds nothing.")]
public sealed class RegionCatalog
{
    internal const string ModelKind = "models";
    internal const string ProfileKind = "profiles";
    internal const string GuardrailKind = "guardrails";
    private const string RefusedKind = "refused";

    /// <summary>How long a list counts as what the service says.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromHours(24);

    // A refusal to list is not asked for again with every call of a pipeline.
    private static readonly TimeSpan FailureRest = TimeSpan.FromMinutes(5);

    private readonly CatalogCache _cache;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lazy<HashSet<string>> _refused;
    private readonly Lazy<CatalogList<FoundationModel>?> _keptModels;
    private readonly Lazy<CatalogList<InferenceProfile>?> _keptProfiles;
    private readonly Lazy<CatalogList<Guardrail>?> _keptGuardrails;
    private CatalogList<FoundationModel>? _models;
    private CatalogList<InferenceProfile>? _profiles;
    private CatalogList<Guardrail>? _guardrails;
    private (BedrockException Failure, DateTimeOffset At)? _failed;

    /// <summary>Begins with what was kept.</summary>
    public RegionCatalog(CatalogScope scope, CatalogCache cache)
    {
        (Scope, _cache) = (scope, cache);
        _keptModels = new(() => _cache.Read(Scope, ModelKind, BedrockJsonContext.Default.CacheFileFoundationModel));
        _keptProfiles = new(
            () => _cache.Read(Scope, ProfileKind, BedrockJsonContext.Default.CacheFileInferenceProfile));
        _keptGuardrails = new(() => _cache.Read(Scope, GuardrailKind, BedrockJsonContext.Default.CacheFileGuardrail));
        _refused = new(() => new HashSet<string>(
            _cache.Read(scope, RefusedKind, BedrockJsonContext.Default.CacheFileString) is { } kept
                && kept.IsFresh(Now, Freshness) ? kept.Items : [],
            StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whose lists they are.</summary>
    public CatalogScope Scope { get; }

    /// <summary>The foundation models; null where none were listed.</summary>
    public CatalogList<FoundationModel>? Models => _models ?? _keptModels.Value;

    /// <summary>The inference profiles; null where none were listed.</summary>
    public CatalogList<InferenceProfile>? Profiles => _profiles ?? _keptProfiles.Value;

    /// <summary>The guardrails; null where none were listed.</summary>
    public CatalogList<Guardrail>? Guardrails => _guardrails ?? _keptGuardrails.Value;

    internal DateTimeOffset Now => _cache.Clock.GetUtcNow();

    /// <summary>Keeps models that the service has listed.</summary>
    /// <param name="models">The models.</param>
    /// <param name="isWhole">Whether they are all of the region's.</param>
    public void Keep(IReadOnlyList<FoundationModel> models, bool isWhole)
    {
        _models = Merge(Models, models, isWhole, model => model.ModelId);
        if (isWhole)
        {
            FoundationModel[] slim = [.. models.Select(Slim)];
            _cache.Write(Scope, ModelKind, slim, BedrockJsonContext.Default.CacheFileFoundationModel);
        }
    }

    /// <summary>Keeps inference profiles that the service has listed.</summary>
    /// <param name="profiles">The profiles.</param>
    /// <param name="isWhole">Whether they are all that AWS has made for the region.</param>
    public void Keep(IReadOnlyList<InferenceProfile> profiles, bool isWhole)
    {
        IEnumerable<InferenceProfile> own = (Profiles?.Items ?? []).Where(IsOwn);
        InferenceProfile[] all = [.. profiles.Concat(isWhole ? own : []).DistinctBy(profile => profile.ModelId)];
        _profiles = Merge(Profiles, all, isWhole, profile => profile.ModelId);
        if (isWhole)
        {
            InferenceProfile[] system = [.. profiles.Where(profile => !IsOwn(profile)).Select(Slim)];
            _cache.Write(Scope, ProfileKind, system, BedrockJsonContext.Default.CacheFileInferenceProfile);
        }
    }

    /// <summary>Keeps guardrails that the service has listed.</summary>
    /// <param name="guardrails">The guardrails.</param>
    /// <param name="isWhole">Whether they are all of the account's.</param>
    public void Keep(IReadOnlyList<Guardrail> guardrails, bool isWhole)
    {
        _guardrails = Merge(Guardrails, guardrails, isWhole, guardrail => guardrail.GuardrailId);
        if (isWhole)
        {
            _cache.Write(
                Scope, GuardrailKind, [.. guardrails.Select(Slim)], BedrockJsonContext.Default.CacheFileGuardrail);
        }
    }

    /// <summary>Whether the model is known not to be callable by its own id.</summary>
    internal bool NeedsProfile(string modelId)
    {
        lock (_refused)
        {
            if (_refused.Value.Contains(modelId))
            {
                return true;
            }
        }

        return Models is { } models && models.IsFresh(Now, Freshness)
            && Find(modelId)?.InferenceTypes is { Count: > 0 } ways
            && ways.Contains("INFERENCE_PROFILE") && !ways.Contains("ON_DEMAND");
    }

    /// <summary>Notes that the service refused to call the model by its own id.</summary>
    internal void Refuse(string modelId)
    {
        string[] all;
        lock (_refused)
        {
            if (!_refused.Value.Add(modelId))
            {
                return;
            }

            all = [.. _refused.Value.Order(StringComparer.Ordinal)];
        }

        _cache.Write(Scope, RefusedKind, all, BedrockJsonContext.Default.CacheFileString);
    }

    /// <summary>The model of an id; null where it was not listed.</summary>
    internal FoundationModel? Find(string modelId) => Models?.Items.FirstOrDefault(
        model => model.ModelId.Equals(modelId, StringComparison.OrdinalIgnoreCase));

    /// <summary>The profiles that AWS has made, listed once for all who ask at the same time.</summary>
    /// <param name="connect">Connects to the control plane.</param>
    /// <param name="isRefresh">Whether what is known does not count.</param>
    /// <param name="token">Ends the reading.</param>
    /// <exception cref="BedrockException">The service refused or failed, now or a little while ago.</exception>
    internal async Task<CatalogList<InferenceProfile>> ReadProfilesAsync(
        Func<CancellationToken, Task<BedrockConnection>> connect, bool isRefresh, CancellationToken token)
    {
        await _gate.WaitAsync(token).ConfigureAwait(false);
        try
        {
            if (!isRefresh && Profiles is { } known && known.IsFresh(Now, Freshness))
            {
                return known;
            }

            if (!isRefresh && _failed is { } failed && Now - failed.At < FailureRest)
            {
                throw failed.Failure;
            }

            using BedrockConnection connection = await connect(token).ConfigureAwait(false);
            List<InferenceProfile> profiles = await connection
                .ListInferenceProfilesAsync(InferenceProfileType.SystemDefined, token)
                .ReadAllAsync().ConfigureAwait(false);
            Keep(profiles, isWhole: true);
            _failed = null;
            return _profiles!;
        }
        catch (BedrockException e)
        {
            _failed = e == _failed?.Failure ? _failed : (e, Now);

            // Yesterday's list is better than none.
            if (isRefresh || Profiles is not { ReadAt: not null } old)
            {
                throw;
            }

            return old;
        }
        finally
        {
            _gate.Release();
        }
    }

    private static bool IsOwn(InferenceProfile profile) => profile.Type == InferenceProfileType.Application;

    // A part is worth knowing for its ids; it does not make the whole newer.
    private CatalogList<T> Merge<T>(
        CatalogList<T>? known, IReadOnlyList<T> items, bool isWhole, Func<T, string> idOf) => isWhole
        ? new CatalogList<T>(items, Now)
        : new CatalogList<T>(
            [.. items.Concat(known?.Items ?? []).DistinctBy(idOf, StringComparer.OrdinalIgnoreCase)], known?.ReadAt);

    private static FoundationModel Slim(FoundationModel model) => new()
    {
        ModelId = model.ModelId,
        Name = model.Name,
        Provider = model.Provider,
        InputModalities = model.InputModalities,
        OutputModalities = model.OutputModalities,
        Streaming = model.Streaming,
        InferenceTypes = model.InferenceTypes,
        Lifecycle = model.Lifecycle,
    };

    // Of the ARN the account is nobody's business, and the region tells where the list was made.
    private static InferenceProfile Slim(InferenceProfile profile) => new()
    {
        InferenceProfileId = profile.InferenceProfileId,
        InferenceProfileArn = WithoutAccount(ModelIdentifier.Parse(profile.InferenceProfileArn)),
        Name = profile.Name,
        Status = profile.Status,
        Type = profile.Type,
        Models = profile.Models,
    };

    private static string WithoutAccount(ModelIdentifier arn) =>
        arn.IsArn ? $"arn:{arn.Partition}:bedrock:{arn.Region}::{arn.Kind}/{arn.Name}" : string.Empty;

    private static Guardrail Slim(Guardrail guardrail) => new()
    {
        GuardrailId = guardrail.GuardrailId,
        GuardrailVersion = guardrail.GuardrailVersion,
        Name = guardrail.Name,
        Status = guardrail.Status,
    };
}
