using System.Reflection;
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

    // Public to read but not to set, while TryGetProfile reads the file it names again at each call.
    private static readonly PropertyInfo ConfigFilePath =
        typeof(SharedCredentialsFile).GetProperty(nameof(SharedCredentialsFile.ConfigFilePath))!;

    private readonly bool _readsEncryptedStore;

    public ProfileSource(string? profileLocation)
    {
        Files = ProfileFiles.Locate(profileLocation);
        _readsEncryptedStore = OperatingSystem.IsWindows() && Text.OrNull(profileLocation) is null;
    }

    public ProfileFiles Files { get; }

    /// <summary>The profile that <c>AWS_PROFILE</c> names, else the default one; null when that is absent.</summary>
    public CredentialProfile? FindAmbient() =>
        Text.OfVariable(NameVariable) is { } name && name != DefaultName ? Get(name) : Find(DefaultName);

    /// <summary>A profile that must exist.</summary>
    public CredentialProfile Get(string name) => Find(name) ?? throw AwsError.ProfileNotFound(name, Files);

    public CredentialProfile? Find(string name)
    {
        try
        {
            return TryGetProfile(name, out CredentialProfile? profile) ? profile : null;
        }
        catch (Exception e)
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
            return [.. encrypted.Concat(OpenShared().ListProfileNames()).Distinct().Order(StringComparer.Ordinal)];
        }
        catch (Exception)
        {
            return [];
        }
    }

    public bool TryGetProfile(string profileName, out CredentialProfile profile) =>
        TryGetEncrypted(profileName, out profile) || OpenShared().TryGetProfile(profileName, out profile);

    // Where AWS.Tools keeps its profiles on Windows, ahead of the shared files as there.
    private bool TryGetEncrypted(string profileName, out CredentialProfile profile)
    {
        profile = null!;
        return _readsEncryptedStore && new NetSDKCredentialsFile().TryGetProfile(profileName, out profile);
    }

    private SharedCredentialsFile OpenShared()
    {
        SharedCredentialsFile file = new(Files.Credentials);
        ConfigFilePath.SetValue(file, Files.Config);
        return file;
    }
}
