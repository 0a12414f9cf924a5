using System.Reflection;
using Amazon.Runtime.CredentialManagement;

namespace BedrockPS.Aws.Profiles;

/// <summary>The settings of a profile that the SDK reads but has no member for.</summary>
internal static class ProfileProperty
{
    private static readonly PropertyInfo All = typeof(CredentialProfile).GetProperty(
        "Properties", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!;

    public static string? Find(CredentialProfile profile, string name) =>
        ((IReadOnlyDictionary<string, string>)All.GetValue(profile)!).TryGetValue(name, out string? value)
            ? Text.OrNull(value)
            : null;
}
