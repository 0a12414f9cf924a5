namespace BedrockPS.Aws.Profiles;

/// <summary>What a section of a shared file is about.</summary>
/// <param name="Kind">The word before the name; that of a profile where the file needs none.</param>
/// <param name="Name">The name.</param>
internal readonly record struct SectionName(string Kind, string Name)
{
    public const string Profile = "profile";
    public const string SsoSession = "sso-session";
    public const string Services = "services";

    /// <summary>The default profile of a configuration file that leaves out the word.</summary>
    public static readonly SectionName BareDefault = new(string.Empty, ProfileSource.DefaultName);

    private static readonly string[] Kinds = [Profile, SsoSession, Services];

    /// <summary>Reads a heading of the configuration file; null where AWS's rules leave the section out.</summary>
    public static SectionName? OfConfig(string heading) => heading == ProfileSource.DefaultName
        ? BareDefault
        : OfWords(heading) is { } name && Unquote(name.Name) is { } plain ? name with { Name = plain } : null;

    /// <summary>Reads a heading of the credentials file: the bare name of a profile.</summary>
    /// <remarks>With spaces in it, if need be: that is how AWS.Tools and the AWS CLI write such a name.</remarks>
    public static SectionName? OfCredentials(string heading) =>
        heading.Length == 0 || OfWords(heading) is not null ? null : new SectionName(Profile, heading);

    private static SectionName? OfWords(string heading)
    {
        int space = heading.IndexOfAny([' ', '\t']);
        return space > 0 && Kinds.Contains(heading[..space])
            ? new SectionName(heading[..space], heading[space..].Trim())
            : null;
    }

    private static string? Unquote(string name) => name switch
    {
        ['\'', .. { Length: > 0 } inner, '\''] => inner,
        ['"', .. { Length: > 0 } inner, '"'] => inner,
        _ => name.Length > 0 && name.All(IsPlain) ? name : null,
    };

    private static bool IsPlain(char letter) => char.IsLetterOrDigit(letter) || "-_/.%@:+".Contains(letter);
}
