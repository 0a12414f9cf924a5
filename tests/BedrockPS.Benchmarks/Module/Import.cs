using BedrockPS.Benchmarks.Harness;
using static BedrockPS.Benchmarks.Harness.Text;

namespace BedrockPS.Benchmarks.Module;

/// <summary>What Import-Module adds to the start of a pwsh.</summary>
internal sealed class Import : IBenchmark
{
    private const double Target = 120;

    public string Name => "import";

    public bool NeedsPwsh => true;

    public IEnumerable<Row> Run()
    {
        string import = $"Import-Module '{Repository.Manifest.Replace("'", "''", StringComparison.Ordinal)}'";
        (Samples with, Samples without) = Interleaved.Measure(
            () => Pwsh.Run("-Command", import), () => Pwsh.Run("-Command", "1"), rounds: 15, warmUps: 3);
        double added = with.Median - without.Median;
        yield return new Row(
            "Import of the module",
            Of($"{with.Median:0} ms"),
            Of($"bare pwsh {without.Median:0} ms"),
            Of($"+{added:0} ms (best to best +{with.Minimum - without.Minimum:0})"),
            Of($"<= +{Target} ms"),
            added <= Target);
    }
}
