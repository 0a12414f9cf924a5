namespace BedrockPS.Benchmarks.Harness;

/// <summary>Repeated measurements of one thing, in the order of their size.</summary>
internal sealed class Samples
{
    private readonly double[] _sorted;

    public Samples(IEnumerable<double> values) => _sorted = [.. values.Order()];

    public int Count => _sorted.Length;

    public double Minimum => _sorted[0];

    public double Maximum => _sorted[^1];

    public double Median => At(0.5);

    /// <summary>The value that the share <paramref name="rank"/> of all is at or below.</summary>
    public double At(double rank) => _sorted[(int)Math.Round(rank * (_sorted.Length - 1))];
}
