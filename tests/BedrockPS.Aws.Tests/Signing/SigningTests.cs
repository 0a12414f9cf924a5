using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Signing;

public sealed class SigningTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private static readonly AwsSettings Keys = new() { AccessKey = "AKIDEXAMPLE", SecretKey = Secret };

    public static TheoryData<string> Paths =>
    [
        "/model/amazon.nova-lite-v1:0/converse",
        "/model/amazon.nova-lite-v1%3A0/converse-stream",
        "/model/arn%3Aaws%3Abedrock%3Aeu-central-1%3A123456789012%3Ainference-profile%2Feu.amazon.nova%3A0/invoke",
        "/model/arn:aws:bedrock:eu-central-1:123456789012:provisioned-model%2Fabc/invoke",
        "/model/with%20space~and_more.(x)/invoke",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_signature_stands_up_to_one_made_from_the_specification(string path)
    {
        CaughtRequest request = await Staged.Gateway.SignAsync(Keys, path, """{"text":"grüße ☃"}""");

        Assert.Equal("AKIDEXAMPLE", request.AccessKey);
        Assert.EndsWith("/eu-central-1/bedrock/aws4_request", request.Scope, StringComparison.Ordinal);
        SignatureV4.AssertValid(request, Secret);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task What_crosses_a_socket_is_what_was_signed(string path)
    {
        using LoopbackServer server = new(_ => new LoopbackReply("{}"));
        using SocketsHttpHandler sockets = new() { AllowAutoRedirect = false };
        using HttpClient client = new(Staged.Gateway.CreateSigner(Keys, Sending.Region, sockets));
        using HttpRequestMessage request = Sending.Post(path, "{\"a\":1}", server.Uri);
        request.Headers.TryAddWithoutValidation("X-Amzn-Bedrock-Trace", "ENABLED");
        using HttpResponseMessage response = await client.SendAsync(request);

        CaughtRequest arrived = Assert.Single(server.Requests);
        Assert.Equal(path, arrived.Target);
        SignatureV4.AssertValid(arrived, Secret);
    }

    [Theory]
    [InlineData("/foundation-models?byProvider=amazon&byOutputModality=TEXT")]
    [InlineData("/inference-profiles?maxResults=100&nextToken=a%2Bb%2F%3D&type=SYSTEM_DEFINED")]
    public async Task A_get_without_a_body_is_signed_with_its_query(string target)
    {
        using LoopbackServer server = new(_ => new LoopbackReply("{}"));
        using SocketsHttpHandler sockets = new();
        using HttpClient client = new(Staged.Gateway.CreateSigner(Keys, Sending.Region, sockets));
        using HttpResponseMessage response = await client.GetAsync(new Uri(server.Uri, target));

        SignatureV4.AssertValid(Sorted(Assert.Single(server.Requests)), Secret);
    }

    [Fact]
    public async Task The_same_message_sent_again_carries_one_new_signature()
    {
        CatchingHandler end = new();
        AwsSettings session = Keys with { SessionToken = "t" };
        using HttpMessageInvoker signer = new(Staged.Gateway.CreateSigner(session, "eu-west-1", end));
        using HttpMessageInvoker later = new(Staged.Gateway.CreateSigner(Keys, Sending.Region, end));
        using HttpRequestMessage request = Sending.Post("/model/m/converse", "{\"n\":1}");

        using HttpResponseMessage first = await signer.SendAsync(request, CancellationToken.None);
        using HttpResponseMessage second = await signer.SendAsync(request, CancellationToken.None);
        request.Content = new StringContent("{\"n\":2}");
        using HttpResponseMessage third = await later.SendAsync(request, CancellationToken.None);

        Assert.Equal(3, end.Requests.Count);
        Assert.All(end.Requests, sent => SignatureV4.AssertValid(sent, Secret));
        Assert.Equal("t", end.Requests[1].Header("x-amz-security-token"));
        Assert.False(end.Requests[2].Headers.ContainsKey("x-amz-security-token"));
        Assert.Equal(end.Requests[0].Body, end.Requests[1].Body);
    }

    [Fact]
    public async Task Content_headers_survive_the_signing()
    {
        CaughtRequest request = await Staged.Gateway.SignAsync(Keys);

        Assert.Equal("application/json; charset=utf-8", request.Header("Content-Type"));
    }

    [Fact]
    public void The_inner_handler_is_not_disposed_with_the_signer()
    {
        CatchingHandler end = new();

        Staged.Gateway.CreateSigner(Keys, Sending.Region, end).Dispose();

        Assert.False(end.IsDisposed);
    }

    [Fact]
    public async Task A_region_is_signed_for_in_its_own_spelling()
    {
        CatchingHandler end = new();
        using HttpMessageInvoker signer = new(Staged.Gateway.CreateSigner(Keys, "EU-West-1", end));
        using HttpRequestMessage request = Sending.Post("/model/m/converse");
        using HttpResponseMessage response = await signer.SendAsync(request, CancellationToken.None);

        Assert.EndsWith("/eu-west-1/bedrock/aws4_request", end.Requests[0].Scope, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_region_is_refused_before_anything_is_sent()
    {
        BedrockException error = Assert.Throws<BedrockException>(
            () => Staged.Gateway.CreateSigner(Keys, "frankfurt", new CatchingHandler()));

        Assert.Equal(ClientErrorCode.InvalidRequest, error.ErrorCode);
    }

    // The canonical query is in order of its names; the one on the wire is in the caller's.
    private static CaughtRequest Sorted(CaughtRequest request)
    {
        string[] target = request.Target.Split('?');
        IEnumerable<string> query = target[1].Split('&').Order(StringComparer.Ordinal);
        return request with { Target = $"{target[0]}?{string.Join('&', query)}" };
    }
}
