namespace BedrockPS.Aws.Profiles;

/// <summary>The sections of both shared files, as they were when this was made.</summary>
internal sealed class SharedFiles
{
    private readonly Dictionary<SectionName, Dictionary<string, string>> _config;
    private readonly Dictionary<SectionName, Dictionary<string, string>> _credentials;

    private SharedFiles(
        Dictionary<SectionName, Dictionary<string, string>> config,
        Dictionary<SectionName, Dictionary<string, string>> credentials)
    {
        _config = config;
        _credentials = credentials;
    }

    public static SharedFiles Read(ProfileFiles files) => new(
        SharedFileParser.Read(files.Config, SectionName.OfConfig),
        SharedFileParser.Read(files.Credentials, SectionName.OfCredentials));

    /// <summary>The names of the profiles.</summary>
    public IEnumerable<string> ProfileNames => _config.Keys
        .Concat(_credentials.Keys)
        .Where(section => section.Kind == SectionName.Profile || section == SectionName.BareDefault)
        .Select(section => section.Name)
        .Distinct(StringComparer.Ordinal);

    /// <summary>The settings of a profile: where both files say something, the credentials file counts.</summary>
    public Dictionary<string, string>? FindProfile(string name)
    {
        Dictionary<string, string>? config = FindSection(SectionName.Profile, name)
            ?? (name == ProfileSource.DefaultName ? _config.GetValueOrDefault(SectionName.BareDefault) : null);
        Dictionary<string, string>? credentials =
            _credentials.GetValueOrDefault(new SectionName(SectionName.Profile, name));
        if (config is null && credentials is null)
        {
            return null;
        }

        Dictionary<string, string> merged = new(config ?? [], StringComparer.OrdinalIgnoreCase);
        foreach ((string property, string value) in credentials ?? [])
        {
            merged[property] = value;
        }

        return merged;
    }

    /// <summary>A section of the configuration file.</summary>
    public Dictionary<string, string>? FindSection(string kind, string name) =>
        _config.GetValueOrDefault(new SectionName(kind, name));
}
