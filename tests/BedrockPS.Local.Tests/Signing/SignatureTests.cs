using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Signing;

public sealed class SignatureTests : EndpointTest
{
    private static readonly BasicAWSCredentials Local = new(LocalCredentials.AccessKey, LocalCredentials.SecretKey);

    private const string Arn = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123";

    [Theory]
    [InlineData(Nova)]
    [InlineData("us.amazon.nova-micro-v1:0")]
    [InlineData(Arn)]
    public async Task Accepts_what_the_sdk_signs(string model)
    {
        using HttpResponseMessage response = await PostSignedAsync(NewSigner(), model);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(Endpoint.Requests[0].Signed);
    }

    [Fact]
    public async Task Accepts_a_raw_colon_that_is_signed_as_such()
    {
        using HttpClient signer = Over(NewSigner());
        using HttpResponseMessage response = await signer.PostAsync($"/model/{Nova}/converse", Json(Ask("hi")));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Accepts_a_signed_query()
    {
        using HttpClient signer = Over(NewSigner());
        using HttpResponseMessage response = await signer.GetAsync(
            "/foundation-models?byProvider=Mistral%20AI&byOutputModality=TEXT&x");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Accepts_a_session_token()
    {
        SessionAWSCredentials session = new(LocalCredentials.AccessKey, LocalCredentials.SecretKey, "token");
        using HttpResponseMessage response = await PostSignedAsync(NewSigner(session));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(LocalCredentials.ApiKey, HttpStatusCode.OK)]
    [InlineData("another-key", HttpStatusCode.Forbidden)]
    public async Task Accepts_its_own_api_key_and_no_other(string key, HttpStatusCode expected)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/model/{Nova}/converse");
        request.Content = Json(Ask("hi"));
        request.Headers.Authorization = new("Bearer", key);
        using HttpResponseMessage response = await Client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("Bearer ***", Endpoint.Requests[0].Headers["authorization"]);
    }

    [Fact]
    public async Task Refuses_another_secret()
    {
        BasicAWSCredentials wrong = new(LocalCredentials.AccessKey, "wrong");
        using HttpResponseMessage response = await PostSignedAsync(NewSigner(wrong));

        await AssertFaultAsync(response, 403, "InvalidSignatureException", "does not match the signature you provided");
    }

    [Fact]
    public async Task Refuses_another_key()
    {
        BasicAWSCredentials unknown = new("AKIDSOMEBODYELSE0001", LocalCredentials.SecretKey);
        using HttpResponseMessage response = await PostSignedAsync(NewSigner(unknown));

        await AssertFaultAsync(
            response, 403, "UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    [Fact]
    public async Task Refuses_a_body_that_was_changed_after_signing()
    {
        using HttpResponseMessage response = await PostSignedAsync(
            NewSigner(change: request => request.Content = Json(Ask("something else"))));

        await AssertFaultAsync(response, 403, "InvalidSignatureException", "does not match");
    }

    [Theory]
    [InlineData(-6, "Signature expired: ")]
    [InlineData(6, "Signature not yet current: ")]
    public async Task Refuses_a_signature_of_another_time(int minutes, string message)
    {
        DateTime time = Clock.GetUtcNow().UtcDateTime.AddMinutes(minutes);
        using HttpResponseMessage response = await PostSignedAsync(NewSigner(signedAt: time));

        await AssertFaultAsync(response, 403, "InvalidSignatureException", message);
    }

    [Fact]
    public async Task Refuses_a_signature_for_another_service()
    {
        using HttpResponseMessage response = await PostSignedAsync(NewSigner(service: "s3"));

        await AssertFaultAsync(response, 403, "InvalidSignatureException", "correct service: 'bedrock'");
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256", "requires 'Credential' parameter")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0", "Credential must have")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/20250101/r/s/aws4_request, Signature=0", "requires 'SignedHeaders'")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/20250101/r/s/aws4_request, SignedHeaders=host", "requires 'Signature'")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/20250101/r/s/aws4_request, SignedHeaders=host, Signature=0", "Date")]
    public async Task Refuses_a_header_that_is_broken(string authorization, string message)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/foundation-models");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        await AssertFaultAsync(await Client.SendAsync(request), 403, "IncompleteSignatureException", message);
    }

    [Fact]
    public async Task A_wrong_signature_uses_up_no_reply()
    {
        Endpoint.Enqueue(new LocalReply { Text = "scripted" });
        (await PostSignedAsync(NewSigner(new BasicAWSCredentials(LocalCredentials.AccessKey, "wrong")))).Dispose();

        Assert.Equal("scripted", TextOf(await ConverseJsonAsync(Ask("hi"))));
    }

    [Fact]
    public async Task An_endpoint_without_checks_takes_any_signature()
    {
        using LocalEndpoint lenient = LocalEndpoint.Start(new LocalEndpointOptions { CheckSignatures = false });
        using HttpClient client = new(NewSigner(new BasicAWSCredentials("any", "thing"))) { BaseAddress = lenient.Uri };

        using HttpResponseMessage response = await client.GetAsync("/foundation-models");

        Assert.False(lenient.ChecksSignatures);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task The_log_keeps_scope_and_signed_headers_but_no_key_and_no_signature()
    {
        (await PostSignedAsync(NewSigner())).Dispose();

        string kept = Endpoint.Requests[0].Headers["authorization"];
        Assert.Matches(
            @"^AWS4-HMAC-SHA256 Credential=\*{3}/\d{8}/us-east-1/bedrock/aws4_request, "
                + @"SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=\*{3}$",
            kept);
    }

    private async Task<HttpResponseMessage> PostSignedAsync(DelegatingHandler signer, string model = Nova)
    {
        using HttpClient client = Over(signer);
        return await client.PostAsync(Path(model, "converse"), Json(Ask("hi")));
    }

    private HttpClient Over(DelegatingHandler signer) => new(signer) { BaseAddress = Endpoint.Uri, Timeout = Patience };

    private static SigV4SigningHandler NewSigner(
        AWSCredentials? credentials = null,
        Action<HttpRequestMessage>? change = null,
        DateTime? signedAt = null,
        string service = "bedrock")
    {
        AWSSigV4Parameters parameters = new()
        {
            Credentials = credentials ?? Local,
            Region = RegionEndpoint.USEast1,
            Service = service,
            SignedAt = signedAt,
        };
        return new SigV4SigningHandler(parameters, new ChangingHandler(change));
    }

    private sealed class ChangingHandler(Action<HttpRequestMessage>? change)
        : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellation)
        {
            change?.Invoke(request);
            return base.SendAsync(request, cancellation);
        }
    }
}
