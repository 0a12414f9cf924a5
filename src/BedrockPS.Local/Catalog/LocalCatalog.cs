using System.Text.Json;

namespace BedrockPS.Local.Catalog;

/// <summary>The models that the endpoint knows, from the list embedded in this assembly.</summary>
internal sealed class LocalCatalog
{
    private readonly Dictionary<string, LocalModel> _byId;

    public LocalCatalog()
    {
        using Stream stream = typeof(LocalCatalog).Assembly.GetManifestResourceStream("models.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        Models = [.. document.RootElement.EnumerateArray().Select(model => new LocalModel(model.Clone()))];
        _byId = Models.ToDictionary(model => model.Id);
    }

    public LocalModel[] Models { get; }

    public LocalModel? Find(string id) => _byId.GetValueOrDefault(id);
}
