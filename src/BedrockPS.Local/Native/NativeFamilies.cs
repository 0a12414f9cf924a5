using System.Text.Json;
using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Native;

/// <summary>Finds the family whose schema a model speaks.</summary>
internal static class NativeFamilies
{
    private static readonly ChatCompletionsFamily Chat = new();

    // The first whose start fits; a model of none of these speaks chat completions.
    private static readonly (string Start, INativeFamily Family)[] ByModelId =
    [
        ("amazon.titan-embed", new TitanEmbeddingFamily()),
        ("amazon.titan-text", new TitanTextFamily()),
        ("amazon.nova-canvas", new ImageFamily()),
        ("amazon.nova-2-multimodal-embeddings", new NovaEmbeddingFamily()),
        ("amazon.nova", new NovaFamily()),
        ("anthropic.", new ClaudeFamily()),
        ("meta.", new LlamaFamily()),
        ("mistral.", new MistralFamily()),
        ("cohere.embed", new CohereEmbeddingFamily()),
        ("cohere.", new CohereFamily()),
        ("stability.", new ImageFamily()),
    ];

    // What an ARN hides shows in the body: each of these members is one family's own.
    private static readonly (string Member, INativeFamily Family)[] ByMember =
    [
        ("anthropic_version", new ClaudeFamily()),
        ("singleEmbeddingParams", new NovaEmbeddingFamily()),
        ("dimensions", new TitanEmbeddingFamily()),
        ("normalize", new TitanEmbeddingFamily()),
        ("texts", new CohereEmbeddingFamily()),
        ("inputText", new TitanTextFamily()),
        ("inferenceConfig", new NovaFamily()),
        ("message", new CohereFamily()),
        ("max_gen_len", new LlamaFamily()),
        ("prompt", new MistralFamily()),
    ];

    /// <param name="modelId">The base model's id; null where an ARN does not tell it.</param>
    /// <param name="body">The request.</param>
    public static INativeFamily Find(string? modelId, JsonElement body) => modelId is null
        ? ByMember.FirstOrDefault(entry => body.At(entry.Member).IsPresent()).Family ?? Chat
        : ByModelId.FirstOrDefault(entry => modelId.StartsWith(entry.Start, StringComparison.Ordinal)).Family ?? Chat;
}
