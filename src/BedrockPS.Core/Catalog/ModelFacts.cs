using BedrockPS.Json;

namespace BedrockPS.Catalog;

/// <summary>Adds to what the service says of a model what others say, and says who.</summary>
public static class ModelFacts
{
    private static readonly Lazy<FeatureTable> Table = new(Read);

    /// <summary>The ids of the models that the module's table knows, for a first run.</summary>
    public static IEnumerable<string> KnownModelIds => Table.Value.Models.Keys;

    /// <summary>Adds what the module's table knows of the model.</summary>
    public static void Complete(FoundationModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        string[] known = Table.Value.Models.GetValueOrDefault(model.ModelId) ?? [];
        string[] added = [.. known.Where(word => !model.Supports.Contains(word))];
        if (added.Length == 0)
        {
            return;
        }

        if (added.Contains(ModelFeature.Documents))
        {
            model.DocumentTypes = ["pdf"];
            model.Sources[nameof(FoundationModel.DocumentTypes)] = Table.Value.Source;
        }

        model.Supports = [.. model.Supports.Union(added)];
        model.Sources[nameof(FoundationModel.Supports)] = $"{string.Join(", ", added)}: {Table.Value.Source}";
    }

    private static FeatureTable Read()
    {
        using Stream stream = typeof(ModelFacts).Assembly.GetManifestResourceStream("features.json")!;
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return BedrockJson.Read(copy.ToArray(), BedrockJsonContext.Default.FeatureTable);
    }
}
