namespace BedrockPS.Benchmarks.Harness;

/// <summary>A line of the table: what was measured, and what it was to be.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Ours">This project's figure, with its unit.</param>
/// <param name="Other">The figure it is held against.</param>
/// <param name="Ratio">How the two compare.</param>
/// <param name="Target">What is asked for; empty where the row only informs.</param>
/// <param name="IsMet">Whether it is reached; null where nothing is asked for.</param>
internal sealed record Row(
    string Name, string Ours, string Other = "", string Ratio = "", string Target = "", bool? IsMet = null)
{
    public string Verdict => IsMet switch
    {
        true => "met",
        false => "NOT MET",
        null => "",
    };
}
