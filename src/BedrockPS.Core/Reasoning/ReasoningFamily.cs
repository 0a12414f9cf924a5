namespace BedrockPS.Reasoning;

/// <summary>The ways in which models are told to think.</summary>
internal enum ReasoningFamily
{
    /// <summary>No way is known.</summary>
    Unknown,

    /// <summary>Claude up to 4.5: <c>thinking { type: enabled, budget_tokens }</c>.</summary>
    ClaudeBudget,

    /// <summary>Claude from 4.6 on: <c>thinking { type: adaptive }</c>, and an effort.</summary>
    ClaudeAdaptive,

    /// <summary>Amazon Nova 2: <c>reasoningConfig { type: enabled, maxReasoningEffort }</c>.</summary>
    Nova,

    /// <summary>OpenAI: <c>reasoning_effort</c>.</summary>
    OpenAI,

    /// <summary>Qwen and others that Bedrock hosts: <c>reasoning_config</c>, an effort.</summary>
    Hosted,

    /// <summary>It always thinks, and takes no setting.</summary>
    Always,
}
