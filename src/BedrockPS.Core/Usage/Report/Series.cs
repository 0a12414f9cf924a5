namespace BedrockPS.Usage;

/// <summary>One colour of a chart: its name, and a value for each column.</summary>
internal sealed record Series(string Name, string Color, IReadOnlyList<double> Values)
{
    // Told apart by people who do not see all colours (Okabe and Ito), the greys for what is left over.
    public static readonly IReadOnlyList<string> Colors =
        ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8a8f98"];
}
