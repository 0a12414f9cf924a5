using Amazon;
using Amazon.Runtime.CredentialManagement;
using BedrockPS.Aws.Regions;

namespace BedrockPS.Aws.Profiles;

/// <summary>A profile of the shared files, with the settings that the SDK's class has no member for.</summary>
internal sealed class SharedProfile : CredentialProfile
{
    private SharedProfile(string name, Dictionary<string, string> settings, CredentialProfileOptions options)
        : base(name, options) => Settings = settings;

    /// <summary>All that the files say of it, by the files' own names.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>The section that its <c>services</c> names; null where it names none that is there.</summary>
    public IReadOnlyDictionary<string, string>? ServiceSettings { get; private init; }

    /// <summary>The profile of a name; null where no file has it.</summary>
    public static SharedProfile? Find(string name, SharedFiles files)
    {
        if (files.FindProfile(name) is not { } settings)
        {
            return null;
        }

        string? Value(string key) => Text.OrNull(settings.GetValueOrDefault(key));
        return new SharedProfile(name, settings, Describe(Value, SessionOf(Value, files)))
        {
            Region = Value("region") is { } region ? RegionOf(region) : null,
            ServiceSettings = Value("services") is { } services
                ? files.FindSection(SectionName.Services, services)
                : null,
        };
    }

    private static RegionEndpoint RegionOf(string region) => RegionNames.Find(region)
        ?? throw new InvalidDataException($"its region is '{region}', which is not the name of an AWS region.");

    // What a session says counts before what the profile says, from the days when it had no session.
    private static Func<string, string?> SessionOf(Func<string, string?> value, SharedFiles files)
    {
        Dictionary<string, string>? session = value("sso_session") is { } name
            ? files.FindSection(SectionName.SsoSession, name)
            : null;
        return key => Text.OrNull(session?.GetValueOrDefault(key)) ?? value(key);
    }

    private static CredentialProfileOptions Describe(
        Func<string, string?> value, Func<string, string?> session) => new()
    {
        AccessKey = value("aws_access_key_id"),
        SecretKey = value("aws_secret_access_key"),
        Token = value("aws_session_token"),
        CredentialProcess = value("credential_process"),
        RoleArn = value("role_arn"),
        SourceProfile = value("source_profile"),
        CredentialSource = value("credential_source"),
        ExternalID = value("external_id"),
        MfaSerial = value("mfa_serial"),
        RoleSessionName = value("role_session_name"),
        WebIdentityTokenFile = value("web_identity_token_file"),
        SsoSession = value("sso_session"),
        SsoAccountId = value("sso_account_id"),
        SsoRoleName = value("sso_role_name"),
        SsoRegion = session("sso_region"),
        SsoStartUrl = session("sso_start_url"),
        SsoRegistrationScopes = session("sso_registration_scopes"),
        LoginSession = value("login_session"),
        AwsAccountId = value("aws_account_id"),
    };
}
