namespace BedrockPS.Guardrails;

/// <summary>What a policy of an assessment is called here.</summary>
internal static class PolicyWords
{
    // By the policy's member, or by that of its list where one policy has lists of two kinds.
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["topicPolicy.topics"] = GuardrailPolicy.Topic,
        ["contentPolicy.filters"] = GuardrailPolicy.Content,
        ["wordPolicy.customWords"] = GuardrailPolicy.Word,
        ["wordPolicy.managedWordLists"] = GuardrailPolicy.ManagedWord,
        ["sensitiveInformationPolicy.piiEntities"] = GuardrailPolicy.Pii,
        ["sensitiveInformationPolicy.regexes"] = GuardrailPolicy.Regex,
        ["contextualGroundingPolicy.filters"] = GuardrailPolicy.ContextualGrounding,
        ["automatedReasoningPolicy.findings"] = GuardrailPolicy.AutomatedReasoning,
    };

    /// <summary>The word for a list of findings; the service's own name of a policy that is newer than this.</summary>
    public static string For(string policy, string list) => Words.GetValueOrDefault($"{policy}.{list}", policy);
}
