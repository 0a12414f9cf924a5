namespace BedrockPS.StructuredOutput;

/// <summary>The ways to have a model answer as a schema says, the surest first.</summary>
public enum AnswerStrategy
{
    /// <summary>The service holds the model to the schema while it writes: <c>outputConfig.textFormat</c>.</summary>
    Native,

    /// <summary>The model must call one tool, whose input is the answer: <c>toolConfig.toolChoice</c>.</summary>
    ForcedTool,

    /// <summary>The system prompt says what to write.</summary>
    Instructions,

    /// <summary>The question says what to write, for models without a system prompt.</summary>
    Prompt,
}
