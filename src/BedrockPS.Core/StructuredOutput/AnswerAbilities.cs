namespace BedrockPS.StructuredOutput;

/// <summary>What a family of models offers beside instructions.</summary>
[Flags]
internal enum AnswerAbilities
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It can be held to a schema.</summary>
    Native = 1,

    /// <summary>It can be made to call one tool.</summary>
    ForcedTool = 2,

    /// <summary>It can be made to call some tool, which is the same where there is only one.</summary>
    AnyTool = 4,
}
