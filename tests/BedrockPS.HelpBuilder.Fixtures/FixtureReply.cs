namespace BedrockPS.HelpBuilder.Fixtures;

/// <summary>What a fixture answers.</summary>
public sealed class FixtureReply
{
    /// <summary>The answer's text.</summary>
    public string Text { get; set; } = "";
}
