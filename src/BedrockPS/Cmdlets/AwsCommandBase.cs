using System.Management.Automation;
using BedrockPS.Access;
using BedrockPS.Catalog;
using BedrockPS.Completion;
using BedrockPS.Credentials;
using BedrockPS.Diagnosis;
using BedrockPS.Errors;
using BedrockPS.Http;
using BedrockPS.Recording;
using BedrockPS.Session;
using BedrockPS.Usage;

namespace BedrockPS.Cmdlets;

/// <summary>
/// What every cmdlet that calls an endpoint shares: who signs, where the call goes, how long it may take.
/// </summary>
public abstract class AwsCommandBase : BRCommandBase
{
    // A list stands before a call that somebody waits for.
    private static readonly TimeSpan ListLimit = TimeSpan.FromSeconds(5);

    private BedrockConnection? _connection;
    private CallTarget? _target;
    private CatalogScope? _scope;
    private ErrorAdvisor? _advisor;

    /// <summary>The region to call, by its system name; otherwise the session's, the profile's or AWS_REGION.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The profile of the shared AWS configuration that signs the call.</summary>
    [Parameter]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The shared credentials file to read the profile from, instead of the default one.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    [ValidateNotNullOrEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>The access key id that signs the call; it goes with -SecretKey.</summary>
    [Parameter]
    [Alias("AK")]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The secret key that belongs to -AccessKey.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    [ValidateNotNullOrEmpty]
    public string? SecretKey { get; set; }

    /// <summary>The session token of temporary keys.</summary>
    [Parameter]
    [Alias("ST")]
    [ValidateNotNullOrEmpty]
    public string? SessionToken { get; set; }

    /// <summary>
    /// Keys in an object: with AccessKey and SecretKey, of AWS.Tools, or a PSCredential of the two keys.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public object? Credential { get; set; }

    /// <summary>
    /// Where the call goes instead of the region's public endpoint, such as a VPC or a local endpoint.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? EndpointUrl { get; set; }

    /// <summary>
    /// The longest that a whole answer may take, in seconds, tries and waits included; 600 unless the session says
    /// otherwise. A stream is bounded by its silence instead.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; }

    /// <summary>
    /// The most times that a request is sent; 3 unless the session, AWS_MAX_ATTEMPTS or the profile says otherwise.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 10)]
    public int MaxAttempts { get; set; }

    /// <summary>The service that the cmdlet calls, by its host prefix.</summary>
    private protected abstract string Service { get; }

    /// <summary>The longest silence of a stream; null for the default.</summary>
    private protected virtual TimeSpan? IdleTimeout => null;

    /// <summary>The connection, made on first use and kept for the whole pipeline.</summary>
    private protected BedrockConnection Connection => _connection ??= Require(Connect);

    /// <summary>Where a call would go, found without connecting.</summary>
    private protected CallTarget Target => _target ??= Require(() => Plan().Locate());

    /// <summary>What is known of the models of the region that is called.</summary>
    private protected RegionCatalog Catalog => Session.Models.Of(Scope);

    private CatalogScope Scope => _scope ??= Require(() => Plan().FindScope());

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _connection?.Dispose();
        }
    }

    /// <summary>Refuses a URL that no request can go to.</summary>
    internal static void RequireEndpoint(Uri? url)
    {
        if (url is not null)
        {
            EndpointAddress.Check(url, "-EndpointUrl");
        }
    }

    /// <summary>Where calls to a service go and who proves them.</summary>
    private protected ConnectionPlan PlanFor(string service)
    {
        RequireEndpoint(EndpointUrl);
        return new ConnectionPlan(service, ReadSettings(), EndpointUrl, Session, SessionState.PSVariable)
        {
            MaxAttempts = IsBound(nameof(MaxAttempts)) ? MaxAttempts : Defaults.MaxAttempts,
            RecordingHost = new PipelineHost(Post, Note),
        };
    }

    /// <summary>Finds what models are called by, where calls may be processed only where it is allowed.</summary>
    private protected ModelRouter CreateRouter(string[]? geography)
    {
        PipelineHost host = new(Post, Note);
        CallOptions options = ReadCallOptions();
        options = options with
        {
            Timeout = options.Timeout < ListLimit ? options.Timeout : ListLimit,
            Models = null,
        };
        return new ModelRouter(
            Session.Models, Scope, geography ?? Defaults.Geography ?? [], token => ConnectAsync(host, options, token))
        {
            OnRemark = Note,
            OnWarning = warning => Post(() => WriteWarning(warning)),
        };
    }

    // Where an endpoint is, and who signs, is found on the pipeline thread: the session's variables have a say.
    private async Task<BedrockConnection?> ConnectAsync(
        PipelineHost host, CallOptions options, CancellationToken token)
    {
        BedrockConnection? connection = null;
        void Connect() => connection = Plan().ConnectBeside(EndpointAddress.ControlPlane, options);
        await host.RunAsync(Connect, token).ConfigureAwait(false);
        return connection;
    }

    private protected override string Advise(BedrockException failure)
    {
        _advisor ??= new ErrorAdvisor(
            ReadFacts,
            options => PlanFor(Service).ConnectBeside(
                EndpointAddress.ControlPlane, options with { Memory = Session.Memory }),
            lookUp => Wait(lookUp),
            StopToken);
        return _advisor.For(failure);
    }

    /// <summary>Connects to a service; calls of models are priced, counted and held to the budgets.</summary>
    private protected BedrockConnection ConnectTo(string service) => service == EndpointAddress.Runtime
        ? ConnectMetered()
        : PlanFor(service).Connect(ReadCallOptions());

    private BedrockConnection Connect() => ConnectTo(Service);

    // What a call costs depends on the region, which may only be known once the connection is there.
    private BedrockConnection ConnectMetered()
    {
        UsageMeter meter = NewMeter();
        BedrockConnection connection = PlanFor(EndpointAddress.Runtime).Connect(
            ReadRoutedOptions() with { Meter = meter });
        meter.Facts = ReadMeterFacts();
        return connection;
    }

    private protected UsageMeter NewMeter() => new(
        () => Session.Prices.Book,
        Session.Usage,
        Session.Budgets,
        TimeProvider.System,
        text => Post(() => WriteWarning(text)));

    /// <summary>What is known of the calls of this command without making one.</summary>
    private protected MeterFacts ReadMeterFacts() => new()
    {
        Region = FindRegion(),
        ProfileName = ProfileName ?? Defaults.ProfileName ?? SettingText.OfVariable("AWS_PROFILE"),
        UsageLog = Session.Recording is { Mode: RecordingMode.Replay } ? null : Defaults.UsageLog,
    };

    private ConnectionPlan Plan() => PlanFor(Service);

    // Advice is asked for when something has failed already, perhaps the finding of the region itself.
    private AdviceFacts ReadFacts() =>
        new() { ProfileName = ProfileName ?? Defaults.ProfileName, Region = FindRegion() };

    private string? FindRegion()
    {
        try
        {
            return (_target ??= Plan().Locate()).Region;
        }
        catch (BedrockException)
        {
            return Region;
        }
    }

    private AwsSettings ReadSettings() => new()
    {
        Region = Region,
        ProfileName = ProfileName,
        ProfileLocation = FullPath(ProfileLocation),
        AccessKey = AccessKey,
        SecretKey = SecretKey,
        SessionToken = SessionToken,
        Credential = Credential is null ? null : CredentialReader.Read(Credential, "-Credential"),
        AskMfaCode = HostInteraction.IsInteractive(Host) ? AskMfaCodeAsync : null,
    };

    // Called where the request is signed; the host is asked where it may be, on the pipeline thread.
    private Task<string> AskMfaCodeAsync(MfaChallenge challenge, CancellationToken token)
    {
        TaskCompletionSource<string> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            using IDisposable? asking = Asking();
            MfaPrompt.Answer(Host, challenge, answer);
        });
        return answer.Task.WaitAsync(token);
    }

    /// <summary>How a call is made; where models are called, with what finds their inference profiles.</summary>
    private protected virtual CallOptions ReadRoutedOptions() => ReadCallOptions();

    private protected CallOptions ReadCallOptions()
    {
        CallOptions standard = new();
        int? timeout = IsBound(nameof(TimeoutSec)) ? TimeoutSec : Defaults.TimeoutSec;
        return standard with
        {
            Timeout = timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : standard.Timeout,
            IdleTimeout = IdleTimeout ?? standard.IdleTimeout,
            Memory = Session.Memory,
            OnRetry = (failure, attempt, wait) => Note(
                $"{failure.ErrorCode}: attempt {attempt} follows in {wait.TotalSeconds:0.0} s. {failure.Message}"),
            OnRemark = Note,
        };
    }
}
