using System.Collections.Concurrent;

namespace BedrockPS.StructuredOutput;

/// <summary>The ways of asking that models have refused: a session does not try them again.</summary>
public sealed class AnswerMemory
{
    private readonly ConcurrentDictionary<(Uri Endpoint, string Model, AnswerStrategy Strategy), bool> _refused = new();

    internal bool HasRefused(Uri endpoint, string modelId, AnswerStrategy strategy) =>
        _refused.ContainsKey((endpoint, modelId, strategy));

    internal void Refused(Uri endpoint, string modelId, AnswerStrategy strategy) =>
        _refused[(endpoint, modelId, strategy)] = true;
}
