using Amazon.Runtime.CredentialManagement;
using BedrockPS.Access;

namespace BedrockPS.Aws.Profiles;

/// <summary>The settings of a profile by the names that they have in the files.</summary>
internal static class ProfileProperty
{
    /// <summary>A setting; null where it is blank, or where the profile is none of the files'.</summary>
    public static string? Find(CredentialProfile? profile, string name) =>
        profile is SharedProfile shared ? Text.OrNull(shared.Settings.GetValueOrDefault(name)) : null;

    /// <summary>A setting, and the profile as its source.</summary>
    public static Sourced<string>? FindSourced(CredentialProfile? profile, string name) =>
        Find(profile, name, static (text, _) => text);

    /// <summary>A setting that is no text.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="name">The setting.</param>
    /// <param name="read">Reads the text; its second argument is the place, for errors.</param>
    public static Sourced<T>? Find<T>(CredentialProfile? profile, string name, Func<string, string, T> read) =>
        Find(profile, name) is { } text
            ? new Sourced<T>(read(text, $"'{name}' of profile '{profile!.Name}'"), $"profile '{profile.Name}'")
            : null;
}
