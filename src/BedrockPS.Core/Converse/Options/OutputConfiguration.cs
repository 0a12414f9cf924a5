using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>What the answer is to be like.</summary>
public sealed class OutputConfiguration
{
    /// <summary>The form of the text.</summary>
    public OutputFormat? TextFormat { get; set; }

    /// <summary>
    /// How hard the model is to try, in its own words: <c>low</c>, <c>medium</c>, <c>high</c> and others.
    /// </summary>
    public string? Effort { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }
}
