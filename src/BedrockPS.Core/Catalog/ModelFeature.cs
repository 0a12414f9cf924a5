namespace BedrockPS;

/// <summary>Words of <see cref="FoundationModel.Supports"/> for what a model can do; others may come.</summary>
public static class ModelFeature
{
    /// <summary>Answers can be streamed.</summary>
    public const string Streaming = "Streaming";

    /// <summary>Instructions can stand before the conversation.</summary>
    public const string SystemPrompt = "SystemPrompt";

    /// <summary>It reads pictures.</summary>
    public const string Images = "Images";

    /// <summary>It reads documents.</summary>
    public const string Documents = "Documents";

    /// <summary>It reads videos.</summary>
    public const string Video = "Video";

    /// <summary>It reads audio or speech.</summary>
    public const string Audio = "Audio";

    /// <summary>It asks for tools.</summary>
    public const string Tools = "Tools";

    /// <summary>It thinks before it answers, and tells what.</summary>
    public const string Reasoning = "Reasoning";

    /// <summary>The beginning of a prompt can be cached.</summary>
    public const string Caching = "Caching";

    /// <summary>Batch inference takes it.</summary>
    public const string Batch = "Batch";

    /// <summary>Guardrails can watch it.</summary>
    public const string Guardrails = "Guardrails";

    /// <summary>A prompt router can choose it.</summary>
    public const string PromptRouting = "PromptRouting";
}
