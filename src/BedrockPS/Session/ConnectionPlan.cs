using System.Management.Automation;
using BedrockPS.Access;
using BedrockPS.Credentials;
using BedrockPS.Http;

namespace BedrockPS.Session;

/// <summary>
/// Decides where a call goes and who signs it: parameters, then session defaults, then the environment.
/// </summary>
internal sealed record ConnectionPlan(
    string Service, AwsSettings Settings, Uri? EndpointUrl, RunspaceSession Session, PSVariableIntrinsics Variables)
{
    /// <summary>Makes the connection; AWSSDK.Core is loaded only where something is to be signed.</summary>
    public BedrockConnection Connect(CallOptions options)
    {
        Uri? endpoint = NamedEndpoint();
        if (endpoint is not null && IsUnsigned(endpoint))
        {
            return new BedrockConnection(endpoint, SharedSockets.Handler, options);
        }

        CredentialChoice choice = Choose();
        string region = FindRegion(choice.Settings);
        return new BedrockConnection(
            endpoint ?? Session.Aws.GetEndpoint(Service, region),
            choice.Prove(Session.Aws, region, SharedSockets.Handler),
            options);
    }

    /// <summary>Where a call would go; AWSSDK.Core is loaded only where a region is to be found.</summary>
    public CallTarget Locate()
    {
        if (NamedEndpoint() is { } endpoint)
        {
            return new CallTarget(endpoint, NamedRegion(), IsNamed: true);
        }

        string region = FindRegion(Choose().Settings);
        return new CallTarget(Session.Aws.GetEndpoint(Service, region), region, IsNamed: false);
    }

    /// <summary>
    /// Connects to another service beside this one; null where this one's endpoint was named and the other's was not:
    /// whoever calls an endpoint of their own does not want AWS asked behind their back.
    /// </summary>
    public BedrockConnection? ConnectBeside(string service, CallOptions options)
    {
        ConnectionPlan beside = this with { Service = service };
        return NamedEndpoint() is not null && beside.NamedEndpoint() is null ? null : beside.Connect(options);
    }

    /// <summary>Who proves a call, and in which region; the choice is null where nothing is proved.</summary>
    public (CredentialChoice? Choice, Sourced<string>? Region) FindCaller()
    {
        if (NamedEndpoint() is { } endpoint && IsUnsigned(endpoint))
        {
            return (null, NamedRegion() is { } region ? SourceOf(new Sourced<string>(region, "AWS_REGION")) : null);
        }

        CredentialChoice choice = Choose();
        return (choice, SourceOf(Session.Aws.ReadConfiguration(choice.Settings, Service).Region));
    }

    // What was chosen here reaches the search behind the waist as if a parameter had said it.
    private Sourced<string>? SourceOf(Sourced<string>? region) => region is null ? null : region with
    {
        Source = Settings.Region is not null ? "-Region"
            : Defaults.Region is not null ? "Set-BRDefault -Region"
            : AwsToolsSession.FindRegion(Variables) is not null ? "$StoredAWSRegion"
            : region.Source,
    };

    private SessionDefaults Defaults => Session.Defaults;

    private CredentialChoice Choose() => CredentialChoice.Make(Settings, Defaults, Variables);

    private string FindRegion(AwsSettings settings) =>
        Session.Aws.ReadConfiguration(settings, Service).Region?.Value ?? throw NoRegion();

    private Uri? NamedEndpoint() => EndpointUrl ?? Defaults.EndpointUrl ?? EndpointAddress.FromEnvironment(Service);

    // As far as it can be known without AWSSDK.Core: a named profile's own region stands before the environment's.
    private string? NamedRegion() => Choose().Settings switch
    {
        { Region: { } region } => region,
        { ProfileName: not null } => null,
        _ => Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION"),
    };

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    // An endpoint on this machine is an embedded or an emulated one: it needs no credentials, so none are looked
    // for. Whoever wants a signature there names the credentials: by parameter for an endpoint of this session, else
    // by the session's defaults too, or, for a URL that the session did not set, by the environment.
    private bool IsUnsigned(Uri endpoint)
    {
        if (!endpoint.IsLoopback || Settings.NamesCredentials)
        {
            return false;
        }

        bool isOwn = Session.Endpoints.Any(own => own.Uri == endpoint);
        bool isSessionDefault = EndpointUrl is null && endpoint == Defaults.EndpointUrl;
        return isOwn || (!Defaults.NamesCredentials && (isSessionDefault || !EnvironmentNamesCredentials()));
    }

    private static bool EnvironmentNamesCredentials() =>
        Variable("AWS_ACCESS_KEY_ID") is not null || Variable("AWS_PROFILE") is not null || ApiKey.IsInEnvironment;

    private static BedrockException NoRegion() => new(
        ClientErrorCode.RegionNotFound,
        "No region is known. Give -Region, set one for the session with Set-BRDefault -Region, set AWS_REGION, or add "
        + "'region' to your profile. To try things out without an account: Start-BRLocalEndpoint -SetDefault.");
}
