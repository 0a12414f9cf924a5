using System.Management.Automation;
using System.Security;
using BedrockPS.Access;
using BedrockPS.Completion;
using BedrockPS.Credentials;
using BedrockPS.Http;
using BedrockPS.Session;

namespace BedrockPS.Cmdlets;

/// <summary>Sets what this session's cmdlets use where a call says nothing.</summary>
/// <remarks>
/// What is not given stays as it is. A parameter of a call beats every default. Defaults belong to the runspace:
/// another one, such as a parallel script block's, has its own.
/// </remarks>
/// <example>
/// <code>Set-BRDefault -ModelId amazon.nova-lite-v1:0 -Region eu-central-1 -MaxTokens 512</code>
/// <para>Names the model, the region and a limit once for the session.</para>
/// </example>
[Cmdlet(VerbsCommon.Set, "BRDefault")]
[OutputType(typeof(void))]
public sealed class SetBRDefaultCommand : ModelSettingsCommandBase
{
    /// <summary>The region to call, by its system name.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The profile of the shared AWS configuration that signs.</summary>
    [Parameter]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The shared credentials file to read profiles from.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    [ValidateNotNullOrEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>An access key id that signs; it goes with -SecretKey.</summary>
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

    /// <summary>A Bedrock API key, which is presented instead of a signature.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? ApiKey { get; set; }

    /// <summary>Where calls go instead of the region's public endpoint, such as a VPC or a local endpoint.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? EndpointUrl { get; set; }

    /// <summary>
    /// Where calls may be processed whose model is called through an inference profile, such as eu; global allows any.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string[]? Geography { get; set; }

    /// <summary>The longest that a whole answer may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; }

    /// <summary>The longest silence between two events of a stream, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int IdleTimeoutSec { get; set; }

    /// <summary>The most times that a request is sent.</summary>
    [Parameter]
    [ValidateRange(1, 10)]
    public int MaxAttempts { get; set; }

    /// <summary>
    /// The log that every call is written to, without its content: a line of JSON each, in a file a month, so that
    /// usage.jsonl becomes usage-2026-11.jsonl. Many processes may share it.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? UsageLog { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (ModelId is not null)
        {
            ModelPath.Check(ModelId);
        }

        AwsCommandBase.RequireEndpoint(EndpointUrl);
        Session.Defaults = WithCredentials(Defaults) with
        {
            ModelId = ModelId ?? Defaults.ModelId,
            Region = Region ?? Defaults.Region,
            ProfileLocation = FullPath(ProfileLocation) ?? Defaults.ProfileLocation,
            EndpointUrl = EndpointUrl ?? Defaults.EndpointUrl,
            Geography = Geography ?? Defaults.Geography,
            UsageLog = FullPath(UsageLog) ?? Defaults.UsageLog,
            MaxTokens = IsBound(nameof(MaxTokens)) ? MaxTokens : Defaults.MaxTokens,
            Temperature = IsBound(nameof(Temperature)) ? Temperature : Defaults.Temperature,
            TopP = IsBound(nameof(TopP)) ? TopP : Defaults.TopP,
            TimeoutSec = IsBound(nameof(TimeoutSec)) ? TimeoutSec : Defaults.TimeoutSec,
            IdleTimeoutSec = IsBound(nameof(IdleTimeoutSec)) ? IdleTimeoutSec : Defaults.IdleTimeoutSec,
            MaxAttempts = IsBound(nameof(MaxAttempts)) ? MaxAttempts : Defaults.MaxAttempts,
        };
    }

    // One way to prove a call at a time: a new one takes the place of the old one.
    private SessionDefaults WithCredentials(SessionDefaults defaults)
    {
        string[] given = new[] { nameof(ProfileName), nameof(AccessKey), nameof(Credential), nameof(ApiKey) }
            .Where(IsBound)
            .ToArray();
        if (given.Length > 1)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"-{string.Join(" and -", given)} were given together: each says who signs, so give one.");
        }

        IAwsKeySource? credential = ReadCredential();
        return given.Length == 0
            ? defaults
            : defaults with { ProfileName = ProfileName, Credential = credential, ApiKey = ApiKey };
    }

    private IAwsKeySource? ReadCredential()
    {
        if ((AccessKey is null) != (SecretKey is null) || (SessionToken is not null && AccessKey is null))
        {
            throw new BedrockException(
                ClientErrorCode.InvalidCredentials,
                "-AccessKey and -SecretKey go together, and -SessionToken with both.");
        }

        return AccessKey is not null
            ? new ObjectCredentials("Set-BRDefault -AccessKey", () => AccessKey, () => SecretKey, () => SessionToken)
            : Credential is not null ? CredentialReader.Read(Credential, "Set-BRDefault -Credential") : null;
    }
}
