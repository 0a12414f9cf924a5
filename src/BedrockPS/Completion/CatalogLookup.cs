using System.Collections;
using BedrockPS.Access;
using BedrockPS.Catalog;
using BedrockPS.Credentials;
using BedrockPS.Session;

namespace BedrockPS.Completion;

/// <summary>What is known of models without a request and without AWSSDK.Core, for a command line.</summary>
/// <param name="bound">The parameters of the command line so far.</param>
internal sealed class CatalogLookup(IDictionary bound)
{
    private readonly RunspaceSession _session = RunspaceSession.Current;

    /// <summary>Makes tool tips.</summary>
    public ModelToolTip ToolTip => new(new ModelPricing(_session, Region));

    /// <summary>The models; those that the module itself knows while nothing was listed.</summary>
    public IEnumerable<FoundationModel> Models =>
        Either(
            Listed(catalog => catalog.Models),
            () => IsLocal ? [] : _session.Models.KeptModels(Region))
        ?? (IsLocal ? LocalEndpoint.KnownModelIds : LocalEndpoint.KnownModelIds.Concat(ModelFacts.KnownModelIds))
            .Select(id => new FoundationModel { ModelId = id });

    public IEnumerable<InferenceProfile> Profiles =>
        Either(
            Listed(catalog => catalog.Profiles),
            () => IsLocal ? [] : _session.Models.KeptProfiles(Region)) ?? [];

    /// <summary>The profiles, as what could be meant on a command line.</summary>
    /// <param name="tip">Makes tool tips.</param>
    public IEnumerable<Candidate> ProfileCandidates(ModelToolTip tip) => Profiles.Select(
        profile => new Candidate(profile.ModelId, profile.Name, () => tip.Of(profile)));

    public IEnumerable<Guardrail> Guardrails =>
        Either(
            Listed(catalog => catalog.Guardrails),
            () => IsLocal ? [] : _session.Models.KeptGuardrails(Key(), Region)) ?? [];

    /// <summary>The ARNs of the account's own models and routers that the session has listed.</summary>
    public IEnumerable<string> Arns => _session.SeenArns;

    private string? Region => Bound(nameof(Region)) ?? _session.Defaults.Region ?? AwsEnvironment.FindRegion()?.Value;

    // What AWS has listed is not there, and the other way round.
    private bool IsLocal => Endpoint is { } url && _session.Endpoints.Any(own => own.Uri == url);

    private Uri? Endpoint => Uri.TryCreate(Bound("EndpointUrl"), UriKind.Absolute, out Uri? named)
        ? named
        : _session.Defaults.EndpointUrl;

    private IEnumerable<T> Listed<T>(Func<RegionCatalog, CatalogList<T>?> listOf) => _session.Models.Regions
        .Where(catalog => IsLocal
            ? catalog.Scope.Key == ScopeKey.Of(null, Endpoint) || catalog.Scope.Key == Key()
            : catalog.Scope.IsKept && (Region is null || catalog.Scope.Region == Region))
        .SelectMany(catalog => listOf(catalog)?.Items ?? []);

    private static T[]? Either<T>(IEnumerable<T> first, Func<IEnumerable<T>> second)
    {
        T[] found = [.. first];
        found = found.Length > 0 ? found : [.. second()];
        return found.Length > 0 ? found : null;
    }

    private string Key()
    {
        AwsSettings settings = new()
        {
            ProfileName = Bound(nameof(AwsSettings.ProfileName)),
            ProfileLocation = Bound(nameof(AwsSettings.ProfileLocation)) ?? _session.Defaults.ProfileLocation,
            AccessKey = Bound(nameof(AwsSettings.AccessKey)),
        };
        ApiKey? key = null;
        if (!settings.NamesCredentials)
        {
            settings = settings with
            {
                ProfileName = _session.Defaults.ProfileName,
                Credential = _session.Defaults.Credential,
            };
            key = _session.Defaults.NamesCredentials ? ApiKey.Of(_session.Defaults.ApiKey) : ApiKey.OfEnvironment();
        }

        return ScopeKey.Of(
            new CredentialChoice(settings, key),
            Endpoint ?? AwsEnvironment.FindEndpoint(EndpointAddress.ControlPlane)?.Value);
    }

    private string? Bound(string name) => bound[name]?.ToString() is { Length: > 0 } text ? text : null;

}
