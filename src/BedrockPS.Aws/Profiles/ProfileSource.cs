using Amazon.Runtime.CredentialManagement;

namespace BedrockPS.Aws.Profiles;

/// <summary>Profiles by name, from the files that count at this moment.</summary>
/// <remarks>
/// Stands in for the SDK's CredentialProfileStoreChain, which reads <c>AWS_CONFIG_FILE</c> and
/// <c>AWS_SHARED_CREDENTIALS_FILE</c> on first use, keeps them for the process, and cannot be told otherwise.
/// </remarks>
internal sealed class ProfileSource : ICredentialProfileSource
{
    public const string DefaultName = "default";
    public const string NameVariable = "AWS_PROFILE";

    private readonly bool _readsEncryptedStore;

    public ProfileSource(string? profileLocation)
    {
        Files = ProfileFiles.Locate(profileLocation);
        _readsEncryptedStore = OperatingSystem.IsWindows() && Text.OrNull(profileLocation) is null;
    }

    /// <summary>The profile that counts where none is named: <c>AWS_PROFILE</c>, else the default one.</summary>
    public static string AmbientName => Text.OfVariable(NameVariable) ?? DefaultName;

    public ProfileFiles Files { get; }

    /// <summary>The profile that <c>AWS_PROFILE</c> names, else the default one; null when that is absent.</summary>
    public CredentialProfile? FindAmbient() => AmbientName is var name && name != DefaultName ? Get(name) : Find(name);

    /// <summary>A profile that must exist.</summary>
    public CredentialProfile Get(string name) => Find(name) ?? throw AwsError.ProfileNotFound(name, Files);

    public CredentialProfile? Find(string name)
    {
        try
        {
            return FindEncrypted(name) ?? SharedProfile.Find(name, SharedFiles.Read(Files));
        }
        catch (Exception e) when (e is not BedrockException)
        {
            throw AwsError.UnreadableProfile(name, Files, e);
        }
    }

    /// <summary>The names of all profiles, in order; none of a file that cannot be read.</summary>
    public IReadOnlyList<string> ListNames()
    {
        try
        {
            List<string> encrypted = _readsEncryptedStore ? new NetSDKCredentialsFile().ListProfileNames() : [];
            return [.. encrypted.Union(SharedFiles.Read(Files).ProfileNames).Order(StringComparer.Ordinal)];
        }
        catch (Exception)
        {
            return [];
        }
    }

    public bool TryGetProfile(string profileName, out CredentialProfile profile)
    {
        profile = Find(profileName)!;
        return profile is not null;
    }

    // Where AWS.Tools keeps its profiles on Windows, ahead of the shared files as there.
    private CredentialProfile? FindEncrypted(string name) =>
        _readsEncryptedStore && new NetSDKCredentialsFile().TryGetProfile(name, out CredentialProfile profile)
            ? profile
            : null;
}
