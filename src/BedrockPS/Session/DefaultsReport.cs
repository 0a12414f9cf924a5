using BedrockPS.Access;
using BedrockPS.Credentials;
using BedrockPS.Http;

namespace BedrockPS.Session;

/// <summary>Gathers what a call would use; what cannot be found is a problem of the report, not an error.</summary>
internal sealed class DefaultsReport(RunspaceSession session, ConnectionPlan runtime, ConnectionPlan controlPlane)
{
    private const string SetDefault = "Set-BRDefault";
    private const string BuiltIn = "built in";

    private readonly Dictionary<string, string> _sources = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _problems = [];

    private SessionDefaults Defaults => session.Defaults;

    /// <summary>Who would prove a call; null where nothing is proved, or before <see cref="Make"/>.</summary>
    public CredentialChoice? Choice { get; private set; }

    public EffectiveDefaults Make(TimeSpan? timeout, int? maxAttempts)
    {
        CallOptions standard = new();
        EffectiveDefaults found = Locate() with
        {
            ModelId = Keep(nameof(EffectiveDefaults.ModelId), FindModel()),
            ProfileName = Keep(nameof(EffectiveDefaults.ProfileName), FindProfile()),
            ProfileLocation = Keep(
                nameof(EffectiveDefaults.ProfileLocation),
                Either(runtime.Settings.ProfileLocation, "-ProfileLocation", Defaults.ProfileLocation)),
            Geography = Keep(
                nameof(EffectiveDefaults.Geography),
                Defaults.Geography is { } allowed
                    ? new Sourced<ReadableList<string>>(new ReadableList<string>([.. allowed]), SetDefault)
                    : null),
            UsageLog = Keep(nameof(EffectiveDefaults.UsageLog), Either(null, string.Empty, Defaults.UsageLog)),
            MaxTokens = KeepValue(nameof(EffectiveDefaults.MaxTokens), OfSession(Defaults.MaxTokens)),
            Temperature = KeepValue(nameof(EffectiveDefaults.Temperature), OfSession(Defaults.Temperature)),
            TopP = KeepValue(nameof(EffectiveDefaults.TopP), OfSession(Defaults.TopP)),
            TimeoutSec = Limit(
                nameof(EffectiveDefaults.TimeoutSec),
                timeout is { } given ? new Sourced<int>((int)given.TotalSeconds, "-TimeoutSec") : null,
                Defaults.TimeoutSec,
                (int)standard.Timeout.TotalSeconds),
            IdleTimeoutSec = Limit(
                nameof(EffectiveDefaults.IdleTimeoutSec),
                null,
                Defaults.IdleTimeoutSec,
                (int)standard.IdleTimeout.TotalSeconds),
            MaxAttempts = Limit(
                nameof(EffectiveDefaults.MaxAttempts),
                maxAttempts is { } sends ? new Sourced<int>(sends, "-MaxAttempts") : null,
                Defaults.MaxAttempts,
                standard.MaxAttempts,
                Try(runtime.FindMaxAttempts)),
        };
        return found with { Sources = _sources, Problems = _problems };
    }

    // Where calls go and who proves them, which hang together.
    private EffectiveDefaults Locate()
    {
        Sourced<string>? region = null;
        Try(() => (Choice, region) = runtime.FindCaller());
        CredentialOrigin? origin = Try(DescribeCredentials);
        return new EffectiveDefaults
        {
            Region = Keep(nameof(EffectiveDefaults.Region), region),
            Credentials = origin?.Source,
            AccessKey = origin?.MaskedAccessKey,
            Expires = origin?.Expires,
            EndpointUrl = Keep(nameof(EffectiveDefaults.EndpointUrl), Try(() => Endpoint(runtime))),
            ControlPlaneUrl = Keep(nameof(EffectiveDefaults.ControlPlaneUrl), Try(() => Endpoint(controlPlane))),
        };
    }

    private CredentialOrigin? DescribeCredentials() => Choice switch
    {
        null when _problems.Count > 0 => null,
        null when runtime.IsReplayed => new CredentialOrigin("none needed: a recording answers"),
        null => new CredentialOrigin("none needed: the endpoint is on this machine"),
        { ApiKey: { } key } => new CredentialOrigin($"the API key of {key.Source}"),
        _ => session.Aws.FindCredentials(Choice.Settings)
            ?? new CredentialOrigin("the role of this machine, if it has one: only a call asks"),
    };

    private static Sourced<Uri> Endpoint(ConnectionPlan plan)
    {
        CallTarget target = plan.Locate();
        return new Sourced<Uri>(target.Endpoint, target.Source);
    }

    private Sourced<string>? FindModel() => Defaults.ModelId is { } model
        ? new Sourced<string>(model, session.IsOwnModel(model) ? "Start-BRLocalEndpoint" : SetDefault)
        : null;

    private Sourced<string>? FindProfile() =>
        Either(runtime.Settings.ProfileName, "-ProfileName", Defaults.ProfileName)
        ?? (SettingText.OfVariable("AWS_PROFILE") is { } name ? new Sourced<string>(name, "AWS_PROFILE") : null);

    private static Sourced<string>? Either(string? given, string parameter, string? ofSession) =>
        given is not null ? new Sourced<string>(given, parameter)
        : ofSession is not null ? new Sourced<string>(ofSession, SetDefault)
        : null;

    private static Sourced<T>? OfSession<T>(T? value)
        where T : struct => value is { } set ? new Sourced<T>(set, SetDefault) : null;

    private int Limit(string name, Sourced<int>? given, int? ofSession, int standard, Sourced<int>? other = null)
    {
        Sourced<int> limit = given ?? OfSession(ofSession) ?? other ?? new Sourced<int>(standard, BuiltIn);
        _sources[name] = limit.Source;
        return limit.Value;
    }

    private T? Keep<T>(string name, Sourced<T>? found)
        where T : class
    {
        Note(name, found?.Source);
        return found?.Value;
    }

    private T? KeepValue<T>(string name, Sourced<T>? found)
        where T : struct
    {
        Note(name, found?.Source);
        return found?.Value;
    }

    private void Note(string name, string? source)
    {
        if (source is not null)
        {
            _sources[name] = source;
        }
    }

    private T? Try<T>(Func<T?> find)
    {
        try
        {
            return find();
        }
        catch (BedrockException failure)
        {
            // One cause, such as a region that nobody named, may be met in several places.
            if (!_problems.Contains(failure.Message))
            {
                _problems.Add(failure.Message);
            }

            return default;
        }
    }
}
