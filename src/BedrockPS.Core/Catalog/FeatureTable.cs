namespace BedrockPS.Catalog;

/// <summary>What the module's table says that models can do.</summary>
internal sealed class FeatureTable
{
    /// <summary>Where the table comes from, with its date.</summary>
    public string Source { get; set; } = string.Empty;

    /// <summary>The words of <see cref="FoundationModel.Supports"/>, by the model's id.</summary>
    public Dictionary<string, string[]> Models { get; set; } = [];
}
