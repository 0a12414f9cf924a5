using System.Collections.Concurrent;
using BedrockPS.Json;

namespace BedrockPS.Catalog;

/// <summary>What a session has learnt of models, by who called where.</summary>
public sealed class CatalogMemory(CatalogCache cache)
{
    private readonly ConcurrentDictionary<CatalogScope, RegionCatalog> _regions = [];
    private readonly ConcurrentDictionary<string, bool> _warned = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The lists of every scope that the session has called.</summary>
    public IEnumerable<RegionCatalog> Regions => _regions.Values;

    /// <summary>The models that earlier sessions have kept of a region; null for any.</summary>
    public IEnumerable<FoundationModel> KeptModels(string? region) => cache
        .ReadNewest(null, region, RegionCatalog.ModelKind, BedrockJsonContext.Default.CacheFileFoundationModel)
        .SelectMany(list => list.Items);

    /// <summary>The inference profiles that earlier sessions have kept of a region; null for any.</summary>
    public IEnumerable<InferenceProfile> KeptProfiles(string? region) => cache
        .ReadNewest(null, region, RegionCatalog.ProfileKind, BedrockJsonContext.Default.CacheFileInferenceProfile)
        .SelectMany(list => list.Items);

    /// <summary>The guardrails that earlier sessions have kept under a key.</summary>
    public IEnumerable<Guardrail> KeptGuardrails(string key, string? region) => cache
        .ReadNewest(key, region, RegionCatalog.GuardrailKind, BedrockJsonContext.Default.CacheFileGuardrail)
        .SelectMany(list => list.Items);

    /// <summary>The lists of a scope.</summary>
    public RegionCatalog Of(CatalogScope scope) => _regions.GetOrAdd(scope, key => new RegionCatalog(key, cache));

    /// <summary>Whether it is the first time that the session hears of it.</summary>
    internal bool IsFirstWarning(string modelId) => _warned.TryAdd(modelId, true);
}
