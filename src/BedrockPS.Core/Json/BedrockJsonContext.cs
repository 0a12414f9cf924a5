using System.Text.Json.Serialization;
using BedrockPS.Catalog;
using BedrockPS.Converse;

namespace BedrockPS.Json;

/// <summary>Generated readers and writers: no reflection, so the first call of a session is not the slow one.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 256,
    Converters = [typeof(DocumentConverter), typeof(ContentBlockConverter)])]
[JsonSerializable(typeof(ConverseRequest))]
[JsonSerializable(typeof(ConverseResult))]
[JsonSerializable(typeof(MessageStartEvent))]
[JsonSerializable(typeof(ContentBlockStartEvent))]
[JsonSerializable(typeof(ContentBlockDeltaEvent))]
[JsonSerializable(typeof(ContentBlockStopEvent))]
[JsonSerializable(typeof(MessageStopEvent))]
[JsonSerializable(typeof(MetadataEvent))]
[JsonSerializable(typeof(ToolUseBlock))]
[JsonSerializable(typeof(ToolResultBlock))]
[JsonSerializable(typeof(CitationsBlock))]
[JsonSerializable(typeof(CachePointBlock))]
[JsonSerializable(typeof(ImageBlock))]
[JsonSerializable(typeof(DocumentBlock))]
[JsonSerializable(typeof(VideoBlock))]
[JsonSerializable(typeof(AudioBlock))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(ToolConfiguration))]
[JsonSerializable(typeof(FoundationModelList))]
[JsonSerializable(typeof(FoundationModelDetails))]
[JsonSerializable(typeof(FoundationModelAvailability))]
[JsonSerializable(typeof(InferenceProfilePage))]
[JsonSerializable(typeof(InferenceProfileModel[]))]
[JsonSerializable(typeof(ProvisionedThroughputPage))]
[JsonSerializable(typeof(CustomModelPage))]
[JsonSerializable(typeof(ImportedModelPage))]
[JsonSerializable(typeof(GuardrailPage))]
[JsonSerializable(typeof(PromptRouterPage))]
[JsonSerializable(typeof(PromptRouterModel[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(FeatureTable))]
[JsonSerializable(typeof(CacheFile<string>))]
[JsonSerializable(typeof(CacheFile<FoundationModel>))]
[JsonSerializable(typeof(CacheFile<InferenceProfile>))]
[JsonSerializable(typeof(CacheFile<Guardrail>))]
[JsonSerializable(typeof(Invoke.InvokeChunkPayload))]
internal sealed partial class BedrockJsonContext : JsonSerializerContext;
