using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>How the model is to write; what is null is left to the model.</summary>
public sealed class InferenceConfiguration
{
    /// <summary>The most tokens that the answer may take.</summary>
    public int? MaxTokens { get; set; }

    /// <summary>How freely the model chooses, from 0 to 1.</summary>
    public double? Temperature { get; set; }

    /// <summary>The share of likely tokens to choose from, from 0 to 1.</summary>
    public double? TopP { get; set; }

    /// <summary>Texts that end the answer when the model writes them.</summary>
    public string[]? StopSequences { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>Whether nothing is set, so that nothing needs to be sent.</summary>
    [JsonIgnore]
    public bool IsEmpty => MaxTokens is null && Temperature is null && TopP is null
        && StopSequences is null && Other is null;
}
