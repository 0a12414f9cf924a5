using System.Management.Automation;
using BedrockPS.Access;
using BedrockPS.Catalog;
using BedrockPS.Credentials;
using BedrockPS.Http;
using BedrockPS.Recording;

namespace BedrockPS.Session;

/// <summary>
/// Decides where a call goes and who signs it: parameters, then session defaults, then the environment.
/// </summary>
internal sealed record ConnectionPlan(
    string Service, AwsSettings Settings, Uri? EndpointUrl, RunspaceSession Session, PSVariableIntrinsics Variables)
{
    /// <summary>The most sends that parameter or session allow; null where neither says.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>Where a recording may run the user's code.</summary>
    public required IRecordingHost RecordingHost { get; init; }

    /// <summary>Whether nothing leaves the machine, so that nobody needs a region or credentials.</summary>
    public bool IsReplayed => Session.Recording is { Mode: RecordingMode.Replay };

    /// <summary>Makes the connection; AWSSDK.Core is loaded only where something is to be signed.</summary>
    public BedrockConnection Connect(CallOptions options) => Session.Recording is { } recorder
        ? recorder.Connect(() => ConnectLive(options), options, RecordingHost)
        : ConnectLive(options);

    private BedrockConnection ConnectLive(CallOptions options)
    {
        if (FindEndpoint() is { } known && IsUnsigned(known.Value))
        {
            HttpMessageHandler unsigned = Sockets(known.Value, AwsEnvironment.FindCaBundle);
            return new BedrockConnection(
                known.Value,
                IsOwn(known.Value) && NamedRegion() is { } named ? new RegionNote(named.Value, unsigned) : unsigned,
                Limited(options, AwsEnvironment.FindMaxAttempts));
        }

        CredentialChoice choice = Choose();
        AwsConfiguration configuration = Read(choice.Settings);
        Uri endpoint = EndpointAddress.Choose(Session.Aws, Service, NamedEndpoint(), configuration);
        HttpMessageHandler sockets = Sockets(endpoint, () => configuration.CaBundle);
        return new BedrockConnection(
            endpoint,
            choice.Prove(Session.Aws, configuration.RequireRegion, sockets),
            Limited(options, () => configuration.MaxAttempts));
    }

    /// <summary>Where a call would go; AWSSDK.Core is loaded only where a region is to be found.</summary>
    public CallTarget Locate()
    {
        if (FindEndpoint() is { } known)
        {
            return new CallTarget(known.Value, NamedRegion()?.Value, IsNamed: true, known.Source);
        }

        if (IsReplayed)
        {
            return new CallTarget(Recorder.Placeholder, NamedRegion()?.Value, IsNamed: true, "Start-BRRecording");
        }

        AwsConfiguration configuration = Read(Choose().Settings);
        return new CallTarget(
            EndpointAddress.Choose(Session.Aws, Service, null, configuration),
            configuration.Region?.Value,
            IsNamed: configuration.EndpointUrl is not null,
            configuration.EndpointUrl?.Source ?? DescribePublic(configuration));
    }

    /// <summary>
    /// Connects to another service beside this one; null where this one's endpoint was named and the other's was not:
    /// whoever calls an endpoint of their own does not want AWS asked behind their back.
    /// </summary>
    public BedrockConnection? ConnectBeside(string service, CallOptions options)
    {
        ConnectionPlan beside = this with { Service = service, MaxAttempts = options.MaxAttempts };
        return Locate().IsNamed && !beside.Locate().IsNamed ? null : beside.Connect(options);
    }

    /// <summary>Whose lists of models, profiles and guardrails a call belongs to.</summary>
    public CatalogScope FindScope()
    {
        // Where the runtime alone was named, there is no control plane to belong to.
        ConnectionPlan beside = this with { Service = EndpointAddress.ControlPlane };
        ConnectionPlan owner = FindEndpoint() is not null && beside.FindEndpoint() is null ? this : beside;
        Uri? endpoint = owner.FindEndpoint()?.Value;
        CredentialChoice? choice = owner.IsProved() ? Choose() : null;

        // At a named endpoint the region of a profile is behind the waist; nobody else has to look there for it. Where
        // no region is known, that is for the call to say: it may be answered from a recording.
        bool isBehind = choice is not null && (endpoint is null || choice.Settings.ProfileName is not null);
        string? region = owner.NamedRegion()?.Value
            ?? (isBehind ? owner.Read(choice!.Settings).Region?.Value : null);
        return new CatalogScope(
            ScopeKey.Of(choice, endpoint),
            region,
            IsKept: !(IsReplayed || (endpoint is not null && IsOwn(endpoint))));
    }

    /// <summary>Who proves a call, and in which region; the choice is null where nothing is proved.</summary>
    public (CredentialChoice? Choice, Sourced<string>? Region) FindCaller()
    {
        if (!IsProved())
        {
            return (null, NamedRegion());
        }

        CredentialChoice choice = Choose();
        return (choice, Session.Aws.ReadConfiguration(choice.Settings, Service).Region);
    }

    /// <summary>The most sends that environment or profile allow; null where neither says.</summary>
    public Sourced<int>? FindMaxAttempts() => IsProved()
        ? Read(Choose().Settings).MaxAttempts
        : AwsEnvironment.FindMaxAttempts();

    private bool IsProved() => !(IsReplayed || (FindEndpoint() is { } known && IsUnsigned(known.Value)));

    private static string DescribePublic(AwsConfiguration configuration) => (configuration.UseFips,
        configuration.UseDualStack) switch
    {
        ({ Value: true } fips, { Value: true } both) => $"the region, {fips.Source}, {both.Source}",
        ({ Value: true } fips, _) => $"the region, {fips.Source}",
        (_, { Value: true } both) => $"the region, {both.Source}",
        _ => "the region",
    };

    private SessionDefaults Defaults => Session.Defaults;

    private CredentialChoice Choose() => CredentialChoice.Make(Settings, Defaults, Variables);

    // What asks for FIPS or dual stack means AWS; an endpoint that this session runs is not AWS.
    private AwsConfiguration Read(AwsSettings settings)
    {
        AwsConfiguration configuration = Session.Aws.ReadConfiguration(settings, Service);
        return NamedEndpoint() is { } named && IsOwn(named.Value)
            ? configuration with { UseFips = null, UseDualStack = null }
            : configuration;
    }

    private Sourced<Uri>? NamedEndpoint() => (EndpointUrl, Defaults.EndpointUrl) switch
    {
        ({ } given, _) => new Sourced<Uri>(given, "-EndpointUrl"),
        (_, { } own) when IsOwn(own) => new Sourced<Uri>(own, "Start-BRLocalEndpoint"),
        (_, { } standard) => new Sourced<Uri>(standard, "Set-BRDefault -EndpointUrl"),
        _ => null,
    };

    // As far as it can be known without AWSSDK.Core, which is to say without the profile.
    private Sourced<Uri>? FindEndpoint() => NamedEndpoint() ?? AwsEnvironment.FindEndpoint(Service);

    // As far as it can be known without AWSSDK.Core: a named profile's own region stands before the environment's.
    private Sourced<string>? NamedRegion() => Choose().Settings switch
    {
        { Region: { } region, RegionNamedBy: { } source } => new Sourced<string>(region, source),
        { ProfileName: not null } => null,
        _ => AwsEnvironment.FindRegion(),
    };

    // A bundle that is missing is no matter of a call that needs no certificate.
    private static HttpMessageHandler Sockets(Uri endpoint, Func<Sourced<string>?> findCaBundle) =>
        SharedSockets.Trusting(endpoint.Scheme == Uri.UriSchemeHttps ? findCaBundle() : null);

    private CallOptions Limited(CallOptions options, Func<Sourced<int>?> findMaxAttempts) =>
        (MaxAttempts ?? findMaxAttempts()?.Value) is { } attempts
            ? options with { MaxAttempts = attempts }
            : options;

    // An endpoint on this machine is an embedded or an emulated one: it needs no credentials, so none are looked
    // for. Whoever wants a signature there names the credentials: by parameter for an endpoint of this session, else
    // by the session's defaults too, or, for a URL that the session did not set, by the environment.
    private bool IsUnsigned(Uri endpoint)
    {
        if (!endpoint.IsLoopback || Settings.NamesCredentials)
        {
            return false;
        }

        bool isSessionDefault = EndpointUrl is null && endpoint == Defaults.EndpointUrl;
        return IsOwn(endpoint)
            || (!Defaults.NamesCredentials && (isSessionDefault || !EnvironmentNamesCredentials()));
    }

    private bool IsOwn(Uri endpoint) => Session.Endpoints.Any(own => own.Uri == endpoint);

    private static bool EnvironmentNamesCredentials() =>
        SettingText.OfVariable("AWS_ACCESS_KEY_ID") is not null
        || SettingText.OfVariable("AWS_PROFILE") is not null
        || ApiKey.IsInEnvironment;
}
