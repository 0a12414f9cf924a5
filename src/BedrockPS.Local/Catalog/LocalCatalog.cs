using System.Text.Json;

namespace BedrockPS.Local.Catalog;

/// <summary>The models and profiles that the endpoint knows, from the lists embedded in this assembly.</summary>
internal sealed class LocalCatalog
{
    private readonly Dictionary<string, LocalModel> _byId;

    public LocalCatalog()
    {
        using JsonDocument models = Read("models.json");
        Models = [.. models.RootElement.EnumerateArray().Select(model => new LocalModel(model.Clone()))];
        _byId = Models.ToDictionary(model => model.Id);

        using JsonDocument document = Read("profiles.json");
        JsonElement root = document.RootElement.Clone();
        JsonElement regions = root.GetProperty("regions");
        JsonElement callers = root.GetProperty("callers");
        Profiles =
            [.. root.GetProperty("profiles").EnumerateArray().Select(row => new LocalProfile(row, regions, callers))];
    }

    public LocalModel[] Models { get; }

    public LocalProfile[] Profiles { get; }

    public LocalModel? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The profile of an id or of an ARN, in whatever region the ARN has it.</summary>
    public LocalProfile? FindProfile(string idOrArn)
    {
        string id = idOrArn[(idOrArn.IndexOf('/') + 1)..];
        return Array.Find(Profiles, profile => profile.Id == id);
    }

    private static JsonDocument Read(string name)
    {
        using Stream stream = typeof(LocalCatalog).Assembly.GetManifestResourceStream(name)!;
        return JsonDocument.Parse(stream);
    }
}
