using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace BedrockPS.Local.Tests.Support;

/// <summary>A test with an endpoint of its own and a client that talks to it over a real socket.</summary>
public abstract class EndpointTest : IDisposable
{
    protected const string Nova = "amazon.nova-micro-v1:0";

    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    protected EndpointTest()
    {
        Endpoint = LocalEndpoint.Start(new LocalEndpointOptions { TimeProvider = Clock });
        SocketsHttpHandler leavesAtOnce = new() { ResponseDrainTimeout = TimeSpan.Zero };
        Client = new HttpClient(leavesAtOnce) { BaseAddress = Endpoint.Uri, Timeout = Patience };
    }

    protected ManualTimeProvider Clock { get; } = new();

    protected LocalEndpoint Endpoint { get; }

    protected HttpClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        Endpoint.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static object Ask(string text, object? inferenceConfig = null) => new
    {
        messages = new[] { new { role = "user", content = new[] { new { text } } } },
        inferenceConfig = inferenceConfig ?? new { },
    };

    protected Task<HttpResponseMessage> PostAsync(string model, string action, object body) =>
        Client.PostAsync(Path(model, action), Json(body));

    protected Task<HttpResponseMessage> ConverseAsync(object body, string model = Nova) =>
        PostAsync(model, "converse", body);

    protected async Task<JsonElement> ConverseJsonAsync(object body, string model = Nova) =>
        await ReadJsonAsync(await ConverseAsync(body, model));

    protected async Task<List<Frame>> StreamAsync(object body, string model = Nova)
    {
        using HttpResponseMessage response = await PostAsync(model, "converse-stream", body);
        return Frame.ReadAll(await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The answer's headers, with the body still to come.</summary>
    protected Task<HttpResponseMessage> OpenStreamAsync(object body, CancellationToken cancellation = default) =>
        Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, Path(Nova, "converse-stream"))
            {
                Content = Json(body),
                Version = Client.DefaultRequestVersion,
                VersionPolicy = Client.DefaultVersionPolicy,
            },
            HttpCompletionOption.ResponseHeadersRead,
            cancellation);

    protected static async Task<JsonElement> ReadJsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;

    protected static async Task AssertFaultAsync(HttpResponseMessage response, int status, string code, string message)
    {
        JsonElement body = await ReadJsonAsync(response);
        Assert.Equal(status, (int)response.StatusCode);
        string type = response.Headers.GetValues("x-amzn-ErrorType").Single();
        Assert.StartsWith($"{code}:http://internal.amazon.com/coral/", type);
        Assert.Contains(message, body.GetProperty("message").GetString());
    }

    protected static string TextOf(JsonElement response) => response.GetProperty("output").GetProperty("message")
        .GetProperty("content")[0].GetProperty("text").GetString()!;

    protected static string Path(string model, string action) => $"/model/{Uri.EscapeDataString(model)}/{action}";

    protected static ByteArrayContent Json(object body)
    {
        byte[] bytes = body is string text ? Encoding.UTF8.GetBytes(text) : JsonSerializer.SerializeToUtf8Bytes(body);
        ByteArrayContent content = new(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
