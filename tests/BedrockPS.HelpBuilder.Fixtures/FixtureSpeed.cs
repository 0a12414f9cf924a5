namespace BedrockPS.HelpBuilder.Fixtures;

/// <summary>How fast.</summary>
public enum FixtureSpeed
{
    /// <summary>Takes its time.</summary>
    Slow,

    /// <summary>Hurries.</summary>
    Fast,
}
