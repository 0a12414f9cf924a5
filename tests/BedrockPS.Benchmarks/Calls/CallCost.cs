using BedrockPS.Access;
using BedrockPS.Benchmarks.Harness;
using BedrockPS.Converse;
using BedrockPS.Http;
using static BedrockPS.Benchmarks.Harness.Text;

namespace BedrockPS.Benchmarks.Calls;

/// <summary>What a call costs over a bare HttpClient, and what its signature adds: for information.</summary>
internal sealed class CallCost : IBenchmark
{
    private const int Calls = 500;
    private const string ModelId = "amazon.nova-micro-v1:0";

    private readonly ConverseRequest _request = new()
    {
        ModelId = ModelId,
        Messages = [new Message(MessageRole.User, "Explain the solar system")],
    };

    public string Name => "cost";

    public bool NeedsPwsh => false;

    public IEnumerable<Row> Run()
    {
        // The server's own check of a signature would count as the client's cost.
        using LocalEndpoint endpoint = LocalEndpoint.Start(new LocalEndpointOptions { CheckSignatures = false });
        using BedrockConnection unsigned = new(endpoint.Uri, SharedSockets.Handler);
        using BedrockConnection signed = new(endpoint.Uri, CreateSigner());
        signed.ConverseAsync(_request).GetAwaiter().GetResult();
        if (!endpoint.Requests[^1].Signed)
        {
            throw new InvalidOperationException("The call was not signed.");
        }

        using HttpClient bare = new(SharedSockets.Handler, disposeHandler: false);
        byte[] body = System.Text.Encoding.UTF8.GetBytes(endpoint.Requests[^1].Body);
        Uri url = new(endpoint.Uri, endpoint.Requests[^1].Path);

        yield return Compare(
            "A call by ConverseAsync to one by HttpClient",
            () => ConverseAsync(unsigned),
            () => PostAsync(bare, url, body));
        yield return Compare(
            "A signed call to an unsigned one", () => ConverseAsync(signed), () => ConverseAsync(unsigned));
        yield return Compare(
            "A signed call to one by HttpClient", () => ConverseAsync(signed), () => PostAsync(bare, url, body));
    }

    private static HttpMessageHandler CreateSigner()
    {
        AwsSettings settings = new() { AccessKey = LocalCredentials.AccessKey, SecretKey = LocalCredentials.SecretKey };
        return AwsGatewayLoader.Open(Repository.AwsFolder).CreateSigner(settings, "us-east-1", SharedSockets.Handler);
    }

    private static Row Compare(string name, Func<Task> ours, Func<Task> other)
    {
        (Samples first, Samples second) = Interleaved.Measure(
            () => ours().GetAwaiter().GetResult(), () => other().GetAwaiter().GetResult(), rounds: 11, warmUps: 5);
        return new Row(
            name, PerCall(first), PerCall(second),
            Of($"{first.Median / second.Median:0.00} (best to best {first.Minimum / second.Minimum:0.00})"));
    }

    private static string PerCall(Samples samples) => Of($"{samples.Median * 1000 / Calls:0} us");

    private async Task ConverseAsync(BedrockConnection connection)
    {
        for (int i = 0; i < Calls; i++)
        {
            await connection.ConverseAsync(_request);
        }
    }

    private static async Task PostAsync(HttpClient client, Uri url, byte[] body)
    {
        for (int i = 0; i < Calls; i++)
        {
            using ByteArrayContent content = new(body);
            content.Headers.ContentType = new("application/json");
            using HttpResponseMessage response = await client.PostAsync(url, content);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync();
        }
    }
}
