using System.Globalization;
using BedrockPS.Benchmarks.Harness;
using static BedrockPS.Benchmarks.Harness.Text;

namespace BedrockPS.Benchmarks.Memory;

/// <summary>Memory while 200 MB of events go through a pipeline.</summary>
internal sealed class LongStream : IBenchmark
{
    private const int Megabytes = 200;
    private const int PieceBytes = 4096;
    private const double Target = 20;

    private static readonly string PieceText = new('x', PieceBytes);

    public string Name => "memory";

    public bool NeedsPwsh => true;

    public IEnumerable<Row> Run() => [Measure("Invoke-BRConverse"), Measure("Invoke-BRModel")];

    private static Row Measure(string command)
    {
        using LocalEndpoint endpoint = LocalEndpoint.Start();
        int pieces = Megabytes * 1024 * 1024 / PieceBytes;
        endpoint.Enqueue(new LocalReply { Pieces = Enumerable.Repeat(PieceText, pieces) });
        double[][] samples = [.. Pwsh.Run(
            "-File", Repository.Script("Memory.ps1"), "-Manifest", Repository.Manifest,
            "-Endpoint", endpoint.Uri.ToString(), "-Command", command, "-EventBytes", $"{PieceBytes}")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(ReadSample)];
        if (samples.Length == 0 || samples[^1][0] < Megabytes - 4)
        {
            throw new InvalidOperationException($"The stream of {command} ended early.");
        }

        // By then the code is compiled and the collector has found its budget, which the heap goes up and down by.
        double[][] warm = [.. samples.Where(sample => sample[0] > 10)];
        double heap = Spread(warm, 1);
        double workingSet = Spread(warm, 2);
        return new Row(
            $"{Megabytes} MB through {command} -AsEvent",
            Of($"heap +{heap:0.0} MB (after collections +{Spread(warm, 3):0.0})"),
            Of($"working set +{workingSet:0.0} MB"),
            "",
            Of($"<= +{Target} MB"),
            Math.Max(heap, workingSet) <= Target);
    }

    private static double[] ReadSample(string line) =>
        Array.ConvertAll(line.Split(' '), cell => double.Parse(cell, CultureInfo.InvariantCulture));

    private static double Spread(double[][] samples, int column)
    {
        Samples values = new(samples.Select(sample => sample[column]));
        return values.Maximum - values.Minimum;
    }
}
