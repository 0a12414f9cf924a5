using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BedrockPS.Benchmarks.Harness;
using static BedrockPS.Benchmarks.Harness.Text;

namespace BedrockPS.Benchmarks.Module;

/// <summary>From the server's sending of a piece of text to its arrival at the host, by -Stream.</summary>
/// <remarks>
/// Each piece is the time at which it is made, which is when it is sent. The clock of Stopwatch is the machine's, so
/// the times of two processes compare. The host is whoever reads pwsh's output: here, this process.
/// </remarks>
internal sealed partial class TextLatency : IBenchmark
{
    private const int Pieces = 400;
    private const double Target = 2;

    public string Name => "latency";

    public bool NeedsPwsh => true;

    public IEnumerable<Row> Run()
    {
        using LocalEndpoint endpoint = LocalEndpoint.Start();
        endpoint.Enqueue(new LocalReply
        {
            Pieces = Enumerable.Range(0, Pieces).Select(_ => $"<{Stopwatch.GetTimestamp()}>"),
            PieceDelay = TimeSpan.FromMilliseconds(5),
        });
        using Process pwsh = Pwsh.Start(
            "-Command",
            $"Import-Module '{Repository.Manifest}'; "
            + $"$null = Invoke-BRConverse x -ModelId amazon.nova-micro-v1:0 -EndpointUrl {endpoint.Uri} -Stream");
        Samples delays = new(ReadDelays(pwsh.StandardOutput.BaseStream));
        Pwsh.WaitForSuccess(pwsh);
        if (delays.Count != Pieces)
        {
            throw new InvalidOperationException($"{delays.Count} of {Pieces} pieces arrived.");
        }

        yield return new Row(
            "Streamed text, from server to host",
            Of($"median {delays.Median:0.00} ms"),
            Of($"p95 {delays.At(0.95):0.00} ms, most {delays.Maximum:0.0} ms"),
            "",
            Of($"median < {Target} ms"),
            delays.Median < Target);
    }

    private static IEnumerable<double> ReadDelays(Stream output)
    {
        byte[] buffer = new byte[4096];
        string pending = "";
        while (output.Read(buffer) is int count and > 0)
        {
            long arrived = Stopwatch.GetTimestamp();
            pending += Encoding.ASCII.GetString(buffer, 0, count);
            foreach (Match match in Piece().Matches(pending))
            {
                long sent = long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                yield return Stopwatch.GetElapsedTime(sent, arrived).TotalMilliseconds;
            }

            pending = pending[(pending.LastIndexOf('>') + 1)..];
        }
    }

    [GeneratedRegex("<([0-9]+)>")]
    private static partial Regex Piece();
}
