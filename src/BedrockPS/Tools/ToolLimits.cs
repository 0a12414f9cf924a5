namespace BedrockPS.Tools;

/// <summary>How far tools may go.</summary>
/// <param name="Time">How long one run may take.</param>
/// <param name="Parallel">How many calls of one answer run at once.</param>
/// <param name="Characters">How long the text of one result may be.</param>
internal sealed record ToolLimits(TimeSpan Time, int Parallel, int Characters)
{
    /// <summary>The most objects of one run: more would fill the memory, and no model reads them.</summary>
    public const int Objects = 5000;
}
