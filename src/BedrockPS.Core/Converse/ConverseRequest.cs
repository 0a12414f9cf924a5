using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>A request to Converse or ConverseStream.</summary>
public sealed class ConverseRequest
{
    /// <summary>The model, inference profile, provisioned throughput or prompt to ask, by id or ARN.</summary>
    [JsonIgnore]
    public string ModelId { get; set; } = string.Empty;

    /// <summary>The conversation that the request belongs to, by its id; it is not sent.</summary>
    [JsonIgnore]
    public string? ConversationId { get; set; }

    /// <summary>The turns, oldest first; empty where a prompt's ARN stands for the model and says it all.</summary>
    [JsonIgnore]
    public IList<Message> Messages { get; set; } = [];

    // An absent list and an empty one are not the same to the service.
    [JsonInclude]
    [JsonPropertyName("messages")]
    internal IList<Message>? SentMessages
    {
        get => Messages.Count == 0 ? null : Messages;
        set => Messages = value ?? [];
    }

    /// <summary>Instructions that stand before the conversation.</summary>
    public IList<ContentBlock>? System { get; set; }

    /// <summary>How the model is to write.</summary>
    public InferenceConfiguration? InferenceConfig { get; set; }

    /// <summary>The tools that the model may ask for.</summary>
    public ToolConfiguration? ToolConfig { get; set; }

    /// <summary>The guardrail that watches the call.</summary>
    public GuardrailConfiguration? GuardrailConfig { get; set; }

    /// <summary>Fields of the model's own that Converse does not name, such as <c>top_k</c>.</summary>
    public object? AdditionalModelRequestFields { get; set; }

    /// <summary>The values of a stored prompt's variables, in the service's shape: name to <c>@{ text }</c>.</summary>
    public IDictionary<string, object?>? PromptVariables { get; set; }

    /// <summary>JSON pointers to fields of the model's own answer that are to come back.</summary>
    public IList<string>? AdditionalModelResponseFieldPaths { get; set; }

    /// <summary>Tags for the invocation log.</summary>
    public IDictionary<string, string>? RequestMetadata { get; set; }

    /// <summary>How fast the answer is to come.</summary>
    public PerformanceConfiguration? PerformanceConfig { get; set; }

    /// <summary>The tier that serves the call.</summary>
    public ServiceTier? ServiceTier { get; set; }

    /// <summary>What the answer is to be like.</summary>
    public OutputConfiguration? OutputConfig { get; set; }

    /// <summary>Further members of the request in the service's shape.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>A copy to change: its members can be set without changing this one's.</summary>
    internal ConverseRequest Clone() => (ConverseRequest)MemberwiseClone();
}
