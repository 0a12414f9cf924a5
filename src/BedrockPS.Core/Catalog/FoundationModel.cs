using System.Text.Json.Serialization;
using BedrockPS.Catalog;
using BedrockPS.Json;

namespace BedrockPS;

/// <summary>A foundation model of a region: what the service says of it, and what other sources add.</summary>
/// <remarks>
/// Some of what the service says of a model it does not describe anywhere: it is read where it is there and well
/// formed, and null means that nobody said. No property may have the name of such a member: the reader would leave the
/// member out of <see cref="Other"/>.
/// </remarks>
public sealed class FoundationModel
{
    private readonly Dictionary<string, object?> _given = [];

    /// <summary>The id to call it by, where its inference types allow.</summary>
    public string ModelId { get; set; } = string.Empty;

    /// <summary>The model's name, for people.</summary>
    [JsonPropertyName("modelName")]
    public string? Name { get; set; }

    /// <summary>Who makes the model.</summary>
    [JsonPropertyName("providerName")]
    public string? Provider { get; set; }

    /// <summary>The line of models that it belongs to, such as <c>Sonnet</c>.</summary>
    [JsonIgnore]
    public string? Family
    {
        get => Get(nameof(Family), said => said.Text("modelFamily"));
        set => _given[nameof(Family)] = value;
    }

    /// <summary>What the model reads: <c>TEXT</c>, <c>IMAGE</c>, and others.</summary>
    [JsonConverter(typeof(ReadableListConverter<string>))]
    public ReadableList<string>? InputModalities { get; set; }

    /// <summary>What the model writes: <c>TEXT</c>, <c>IMAGE</c>, <c>EMBEDDING</c>, and others.</summary>
    [JsonConverter(typeof(ReadableListConverter<string>))]
    public ReadableList<string>? OutputModalities { get; set; }

    /// <summary>Whether answers can be streamed.</summary>
    [JsonPropertyName("responseStreamingSupported")]
    [JsonConverter(typeof(NullAsFalseConverter))]
    public bool Streaming { get; set; }

    /// <summary>How the model can be called: <c>ON_DEMAND</c>, <c>PROVISIONED</c>, <c>INFERENCE_PROFILE</c>.</summary>
    [JsonPropertyName("inferenceTypesSupported")]
    [JsonConverter(typeof(ReadableListConverter<string>))]
    public ReadableList<string>? InferenceTypes { get; set; }

    /// <summary>How the model can be customised, such as <c>FINE_TUNING</c>.</summary>
    [JsonPropertyName("customizationsSupported")]
    [JsonConverter(typeof(ReadableListConverter<string>))]
    public ReadableList<string>? Customizations { get; set; }

    /// <summary>Where the model stands in its life.</summary>
    [JsonPropertyName("modelLifecycle")]
    public ModelLifecycle? Lifecycle { get; set; }

    /// <summary>Where the model stands: <c>ACTIVE</c> or <c>LEGACY</c>.</summary>
    [JsonIgnore]
    public string? Status => Lifecycle?.Status;

    /// <summary>When the model can no longer be called; null where no date has been announced.</summary>
    [JsonIgnore]
    public DateTimeOffset? EndOfLife => Lifecycle?.EndOfLifeTime;

    /// <summary>When the model came.</summary>
    [JsonIgnore]
    public DateTimeOffset? ReleasedAt
    {
        get => Get(nameof(ReleasedAt), said => Lifecycle?.StartOfLifeTime ?? said.Time("description", "releaseDate"));
        set => _given[nameof(ReleasedAt)] = value;
    }

    /// <summary>How many tokens of question and answer the model takes together.</summary>
    [JsonIgnore]
    public long? ContextWindow
    {
        get => Get(nameof(ContextWindow), said => said.Number("description", "maxContextWindow"));
        set => _given[nameof(ContextWindow)] = value;
    }

    /// <summary>The most tokens that an answer may have.</summary>
    [JsonIgnore]
    public long? MaxOutputTokens
    {
        get => Get(nameof(MaxOutputTokens), said => said.Number("converse", "maxTokensMaximum"));
        set => _given[nameof(MaxOutputTokens)] = value;
    }

    /// <summary>The price of a million tokens that the model reads, in <see cref="Currency"/>.</summary>
    [JsonIgnore]
    public decimal? InputPrice { get; set; }

    /// <summary>The price of a million tokens that the model writes, in <see cref="Currency"/>.</summary>
    [JsonIgnore]
    public decimal? OutputPrice { get; set; }

    /// <summary>The currency of the prices, as an ISO code.</summary>
    [JsonIgnore]
    public string? Currency { get; set; }

    /// <summary>The formats of pictures that a question may carry, such as <c>png</c>.</summary>
    [JsonIgnore]
    public ReadableList<string>? ImageTypes
    {
        get => Get(nameof(ImageTypes), said => said.List("converse", "userImageTypesSupported"));
        set => _given[nameof(ImageTypes)] = value;
    }

    /// <summary>The formats of documents that a question may carry, such as <c>pdf</c>.</summary>
    [JsonIgnore]
    public ReadableList<string>? DocumentTypes
    {
        get => Get(nameof(DocumentTypes), said => said.List("converse", "userDocumentTypesSupported"));
        set => _given[nameof(DocumentTypes)] = value;
    }

    /// <summary>The formats of videos that a question may carry, such as <c>mp4</c>.</summary>
    [JsonIgnore]
    public ReadableList<string>? VideoTypes
    {
        get => Get(nameof(VideoTypes), said => said.List("converse", "userVideoTypesSupported"));
        set => _given[nameof(VideoTypes)] = value;
    }

    /// <summary>
    /// What the model is known to be able to do: <c>Streaming</c>, <c>SystemPrompt</c>, <c>Images</c>,
    /// <c>Documents</c>, <c>Video</c>, <c>Audio</c>, <c>Tools</c>, <c>Reasoning</c>, <c>Caching</c>, <c>Batch</c>,
    /// <c>Guardrails</c>, <c>PromptRouting</c>.
    /// </summary>
    [JsonIgnore]
    public ReadableList<string> Supports
    {
        get => Get(nameof(Supports), said => ModelFeatures.Read(this, said))!;
        set => _given[nameof(Supports)] = value;
    }

    /// <summary>The model in a sentence.</summary>
    [JsonIgnore]
    public string? Summary
    {
        get => Get(nameof(Summary), said => said.Text("description", "shortDescription"));
        set => _given[nameof(Summary)] = value;
    }

    /// <summary>The model's ARN.</summary>
    public string? ModelArn { get; set; }

    /// <summary>Where each value comes from that the service itself did not say, by the name of its property.</summary>
    [JsonIgnore]
    public ReadableDictionary Sources { get; set; } = [];

    /// <summary>
    /// Members that the service sends without describing them, such as <c>converse</c> and <c>modelFamily</c>.
    /// </summary>
    [JsonExtensionData]
    public OtherMembers? Other { get; set; }

    /// <summary>The model's id.</summary>
    public override string ToString() => ModelId;

    // What was set stands before what the service said, null included.
    private T? Get<T>(string name, Func<UndescribedMembers, T?> read) =>
        _given.TryGetValue(name, out object? given) ? (T?)given : read(new UndescribedMembers(Other));
}
