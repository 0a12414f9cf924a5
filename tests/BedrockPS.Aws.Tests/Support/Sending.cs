using System.Text;
using BedrockPS.Access;

namespace BedrockPS.Aws.Tests.Support;

/// <summary>Requests through a signer, as the core would send them.</summary>
internal static class Sending
{
    public const string Region = "eu-central-1";

    public static readonly Uri Endpoint = new($"https://bedrock-runtime.{Region}.amazonaws.com");

    public static HttpRequestMessage Post(string path, string body = "{}", Uri? endpoint = null) =>
        new(HttpMethod.Post, new Uri(endpoint ?? Endpoint, path))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };

    /// <summary>Signs one request and says what would have been sent.</summary>
    public static async Task<CaughtRequest> SignAsync(
        this IAwsGateway gateway, AwsSettings settings, string path = "/model/m/converse", string body = "{}")
    {
        CatchingHandler end = new();
        using HttpMessageInvoker invoker = new(gateway.CreateSigner(settings, Region, end));
        using HttpRequestMessage request = Post(path, body);
        using HttpResponseMessage response = await invoker.SendAsync(request, CancellationToken.None);
        return Assert.Single(end.Requests);
    }

    public static string? FindRegion(this IAwsGateway gateway, AwsSettings settings) =>
        gateway.ReadConfiguration(settings, "bedrock-runtime").Region?.Value;

    public static Task<BedrockException> FailAsync(this IAwsGateway gateway, AwsSettings settings) =>
        Assert.ThrowsAsync<BedrockException>(() => gateway.SignAsync(settings));
}
