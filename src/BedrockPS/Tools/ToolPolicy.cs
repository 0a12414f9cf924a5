namespace BedrockPS;

/// <summary>Which tools may run without a question.</summary>
public enum ToolPolicy
{
    /// <summary>Tools that only look run; those that change things ask first.</summary>
    Ask,

    /// <summary>Every run asks first.</summary>
    AskAlways,

    /// <summary>Tools that only look run; those that change things never do.</summary>
    ReadOnly,

    /// <summary>Every tool runs.</summary>
    Allow,
}
