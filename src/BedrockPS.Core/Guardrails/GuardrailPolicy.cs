namespace BedrockPS;

/// <summary>The known policies of a guardrail, as plain strings; a new one goes by the service's name.</summary>
public static class GuardrailPolicy
{
    /// <summary>A topic that is denied.</summary>
    public const string Topic = "topic";

    /// <summary>Harmful content, by kind and strength.</summary>
    public const string Content = "content";

    /// <summary>A word of the guardrail's own list.</summary>
    public const string Word = "word";

    /// <summary>A word of a list that the service keeps.</summary>
    public const string ManagedWord = "managedWord";

    /// <summary>Personal data.</summary>
    public const string Pii = "pii";

    /// <summary>A pattern of the guardrail's own.</summary>
    public const string Regex = "regex";

    /// <summary>Whether the answer keeps to its source and to the question.</summary>
    public const string ContextualGrounding = "contextualGrounding";

    /// <summary>Whether the answer follows from the rules of a policy.</summary>
    public const string AutomatedReasoning = "automatedReasoning";
}
