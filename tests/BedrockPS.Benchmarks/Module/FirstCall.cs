using BedrockPS.Benchmarks.Harness;
using static BedrockPS.Benchmarks.Harness.Text;

namespace BedrockPS.Benchmarks.Module;

/// <summary>The first signed call of a fresh pwsh, import and all, beside an unsigned Invoke-RestMethod.</summary>
internal sealed class FirstCall : IBenchmark
{
    private const string ModelId = "amazon.nova-micro-v1:0";

    public string Name => "first";

    public bool NeedsPwsh => true;

    public IEnumerable<Row> Run()
    {
        using LocalEndpoint endpoint = LocalEndpoint.Start();
        string ours = $"""
            Import-Module '{Repository.Manifest.Replace("'", "''", StringComparison.Ordinal)}'
            $null = Invoke-BRConverse hi -ModelId {ModelId} -EndpointUrl {endpoint.Uri} -Region us-east-1 `
                -AccessKey {LocalCredentials.AccessKey} -SecretKey '{LocalCredentials.SecretKey}' -ErrorAction Stop
            """;
        const string Body = """{"messages":[{"role":"user","content":[{"text":"hi"}]}]}""";
        string theirs = $"""
            $ErrorActionPreference = 'Stop'
            $null = Invoke-RestMethod -Method Post -ContentType application/json -Body '{Body}' `
                -Uri '{endpoint.Uri}model/{Uri.EscapeDataString(ModelId)}/converse'
            """;

        (Samples with, Samples without) = Interleaved.Measure(
            () => Pwsh.Run("-Command", ours), () => Pwsh.Run("-Command", theirs), rounds: 11, warmUps: 2);
        if (!endpoint.Requests.Any(request => request.Signed)
            || endpoint.Requests.Any(request => request.Outcome != "completed"))
        {
            throw new InvalidOperationException("A call failed, or none was signed.");
        }

        yield return new Row(
            "First call of a fresh pwsh, signed, to Invoke-RestMethod's unsigned one",
            Of($"{with.Median:0} ms"),
            Of($"{without.Median:0} ms"),
            Of($"{with.Median / without.Median:0.00} (best to best {with.Minimum / without.Minimum:0.00})"));
    }
}
