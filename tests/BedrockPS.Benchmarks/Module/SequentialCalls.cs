using System.Globalization;
using BedrockPS.Benchmarks.Harness;
using BedrockPS.Converse;
using BedrockPS.Http;
using static BedrockPS.Benchmarks.Harness.Text;

namespace BedrockPS.Benchmarks.Module;

/// <summary>1,000 calls, one after another, by Invoke-BRConverse and by Invoke-RestMethod.</summary>
internal sealed class SequentialCalls : IBenchmark
{
    private const int Calls = 1000;
    private const double Target = 0.35;
    private const string ModelId = "amazon.nova-micro-v1:0";
    private const string Prompt = "Explain the solar system";

    public string Name => "calls";

    public bool NeedsPwsh => true;

    public IEnumerable<Row> Run()
    {
        using LocalEndpoint endpoint = LocalEndpoint.Start();
        string body = CaptureBody(endpoint);
        string[] rounds = Pwsh.Run(
            "-File", Repository.Script("Calls.ps1"), "-Manifest", Repository.Manifest,
            "-Endpoint", endpoint.Uri.ToString(), "-ModelId", ModelId, "-Prompt", Prompt, "-Body", body,
            "-Count", $"{Calls}", "-Rounds", "11").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        RequireSame(endpoint, body);
        Samples ours = Column(rounds, 0);
        Samples theirs = Column(rounds, 1);
        double ratio = ours.Median / theirs.Median;
        yield return new Row(
            "1,000 calls, Invoke-BRConverse to Invoke-RestMethod",
            Of($"{ours.Median:0} ms"),
            Of($"{theirs.Median:0} ms"),
            Of($"{ratio:0.00} (best to best {ours.Minimum / theirs.Minimum:0.00})"),
            Of($"<= {Target}"),
            ratio <= Target);
    }

    // What the cmdlet sends is what the other is given to send.
    private static string CaptureBody(LocalEndpoint endpoint)
    {
        using BedrockConnection connection = new(endpoint.Uri, SharedSockets.Handler);
        ConverseRequest request = new() { ModelId = ModelId, Messages = [new Message(MessageRole.User, Prompt)] };
        connection.ConverseAsync(request).GetAwaiter().GetResult();
        return endpoint.Requests[^1].Body;
    }

    private static void RequireSame(LocalEndpoint endpoint, string body)
    {
        if (endpoint.Requests.Any(request => request.Body != body || request.Outcome != "completed"))
        {
            throw new InvalidOperationException("The two did not send the same.");
        }
    }

    private static Samples Column(string[] rounds, int column) =>
        new(rounds.Select(round => double.Parse(round.Split(' ')[column], CultureInfo.InvariantCulture)));
}
