using BedrockPS.Access;
using BedrockPS.Aws.Profiles;

namespace BedrockPS.Aws.Credentials;

/// <summary>Chooses who signs: whom the caller named, else the environment, else the machine.</summary>
internal sealed class CredentialsFinder(CredentialContext context)
{
    private AwsSettings Settings => context.Settings;

    public static FoundCredentials Find(CredentialContext context) => new CredentialsFinder(context).Find();

    private FoundCredentials Find() =>
        OfSettings()
        ?? OfProfile(Text.OrNull(Settings.ProfileName), Settings.ProfileNamedBy)
        ?? OfObject()
        ?? StaticKeys.FindInEnvironment()
        ?? OfProfile(Text.OfVariable(ProfileSource.NameVariable), ProfileSource.NameVariable)
        ?? OfNamedFile()
        ?? WebIdentityCredentials.FindInEnvironment(context)
        ?? OfDefaultProfile()
        ?? ContainerCredentials.Find(context)
        ?? InstanceCredentials.Create(context, reason => AwsError.NotFound(context.Profiles.Files, reason));

    private FoundCredentials? OfSettings()
    {
        FoundCredentials? found = StaticKeys.Find(
            new NamedValue("-AccessKey", Settings.AccessKey),
            new NamedValue("-SecretKey", Settings.SecretKey),
            Settings.SessionToken);

        return found is null && Text.OrNull(Settings.SessionToken) is not null
            ? throw AwsError.IncompleteKeys("-SessionToken", "-AccessKey and -SecretKey")
            : found;
    }

    // A profile that somebody named must exist and must say how to sign.
    private FoundCredentials? OfProfile(string? name, string chosenBy) => name is null
        ? null
        : ProfileCredentials.Get(context.Profiles.Get(name), context) with { ChosenBy = chosenBy };

    private FoundCredentials? OfObject() => Settings.Credential is { } source
        ? new FoundCredentials(source.Name, Digest.Of("object"), token => ReadAsync(source, token)) { IsKept = false }
        : null;

    // Whoever names a file means its keys, not those of the machine that the script happens to run on.
    private FoundCredentials? OfNamedFile() => Text.OrNull(Settings.ProfileLocation) is null
        ? null
        : OfDefaultProfile() ?? (context.Profiles.Find(ProfileSource.DefaultName) is null
            ? throw AwsError.ProfileNotFound(ProfileSource.DefaultName, context.Profiles.Files)
            : null);

    // A default profile of no more than a region is how an instance with a role says where it is.
    private FoundCredentials? OfDefaultProfile() =>
        context.Profiles.Find(ProfileSource.DefaultName) is { } profile
            ? ProfileCredentials.Find(profile, context)
            : null;

    private static async Task<TimedKeys> ReadAsync(IAwsKeySource source, CancellationToken token) =>
        new(await source.ReadKeysAsync(token).ConfigureAwait(false));
}
