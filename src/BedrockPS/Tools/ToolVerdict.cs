namespace BedrockPS.Tools;

/// <summary>Whether a tool may run, and why not.</summary>
/// <param name="Status">The status of a call that may not run; null where it may.</param>
/// <param name="Reason">Why not, in words for the model.</param>
internal sealed record ToolVerdict(string? Status, string? Reason)
{
    public static readonly ToolVerdict Run = new(null, null);

    public bool MayRun => Status is null;
}
