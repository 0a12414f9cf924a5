using Amazon.Runtime.CredentialManagement;
using BedrockPS.Access;
using BedrockPS.Aws.Profiles;

namespace BedrockPS.Aws.Credentials;

/// <summary>Chooses who signs: whom the caller named, else the environment, else the machine.</summary>
internal sealed class CredentialsFinder
{
    private readonly AwsSettings _settings;
    private readonly ProfileSource _profiles;

    public CredentialsFinder(AwsSettings settings)
    {
        _settings = settings;
        _profiles = new ProfileSource(settings.ProfileLocation);
    }

    public FoundCredentials Find() =>
        OfSettings()
        ?? OfNamedProfile()
        ?? OfEnvironment()
        ?? OfAmbientProfile()
        ?? HostCredentials.Find(_profiles.Files);

    private FoundCredentials? OfSettings()
    {
        FoundCredentials? found = StaticKeys.Find(
            new NamedValue("-AccessKey", _settings.AccessKey),
            new NamedValue("-SecretKey", _settings.SecretKey),
            _settings.SessionToken);

        return found is null && Text.OrNull(_settings.SessionToken) is not null
            ? throw AwsError.IncompleteKeys("-SessionToken", "-AccessKey and -SecretKey")
            : found;
    }

    private FoundCredentials? OfNamedProfile() =>
        Text.OrNull(_settings.ProfileName) is { } name
            ? ProfileCredentials.Find(_profiles.Get(name), _profiles)
            : null;

    private static FoundCredentials? OfEnvironment() => StaticKeys.Find(
        NamedValue.OfVariable("AWS_ACCESS_KEY_ID"),
        NamedValue.OfVariable("AWS_SECRET_ACCESS_KEY"),
        Text.OfVariable("AWS_SESSION_TOKEN"));

    private FoundCredentials? OfAmbientProfile()
    {
        CredentialProfile? profile = _profiles.FindAmbient();

        // Whoever names a file means its keys, not those of the machine that the script happens to run on.
        if (profile is null && Text.OrNull(_settings.ProfileLocation) is not null)
        {
            throw AwsError.ProfileNotFound(ProfileSource.DefaultName, _profiles.Files);
        }

        return profile is not null && Describes(profile) ? ProfileCredentials.Find(profile, _profiles) : null;
    }

    // A profile of no more than a region is how an instance with a role says where it is; half a pair is a mistake.
    private static bool Describes(CredentialProfile profile) =>
        profile.CanCreateAWSCredentials || (profile.Options.AccessKey ?? profile.Options.SecretKey) is not null;
}
