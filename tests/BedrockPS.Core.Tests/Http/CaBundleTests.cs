using System.Security.Authentication;
using BedrockPS.Access;
using BedrockPS.Http;

namespace BedrockPS.Tests.Http;

public sealed class CaBundleTests : IDisposable
{
    private readonly Authority _corporate = new();
    private readonly Authority _other = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("bedrockps-").FullName;

    public void Dispose()
    {
        _corporate.Dispose();
        _other.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_server_of_an_authority_in_the_bundle_is_trusted()
    {
        using HttpsServer server = new(_corporate.Issue());

        Assert.Equal("ok", await GetAsync(server.Uri, Bundle(_other.Pem + "\n" + _corporate.Pem)));
    }

    [Fact]
    public async Task Without_the_bundle_or_with_another_s_authority_it_is_not()
    {
        using HttpsServer server = new(_corporate.Issue());

        await AssertRefusedAsync(server, null, "certificate");
        await AssertRefusedAsync(server, Bundle(_other.Pem), "certificate");
    }

    [Fact]
    public async Task A_bundle_forgives_neither_another_name_nor_a_date_gone_by()
    {
        using HttpsServer renamed = new(_corporate.Issue("bedrock.example"));
        using HttpsServer expired = new(_corporate.Issue(validForDays: -1));

        await AssertRefusedAsync(renamed, Bundle(_corporate.Pem), "RemoteCertificateNameMismatch");
        await AssertRefusedAsync(expired, Bundle(_corporate.Pem), "NotTimeValid");
    }

    [Fact]
    public async Task A_bundle_that_is_replaced_counts_at_the_next_call()
    {
        using HttpsServer server = new(_corporate.Issue());
        await AssertRefusedAsync(server, Bundle(_other.Pem), "certificate");

        Sourced<string> replaced = Bundle(_corporate.Pem + "\n# renewed\n");

        Assert.Equal("ok", await GetAsync(server.Uri, replaced));
    }

    [Fact]
    public void Connections_are_shared_by_all_who_name_the_same_file()
    {
        HttpMessageHandler first = SharedSockets.Trusting(Bundle(_corporate.Pem));

        Assert.Same(first, SharedSockets.Trusting(new Sourced<string>(Path.Combine(_folder, ".", "ca.pem"), "other")));
        Assert.Same(SharedSockets.Handler, SharedSockets.Trusting(null));
    }

    [Theory]
    [InlineData("absent.pem", null)]
    [InlineData("", null)]
    [InlineData("empty.pem", "")]
    [InlineData("der.pem", "\u0030\u0082")]
    [InlineData("broken.pem", "-----BEGIN CERTIFICATE-----\nbm90IG9uZQ==\n-----END CERTIFICATE-----")]
    public void What_is_no_bundle_is_an_error_that_names_the_file_and_who_named_it(string file, string? text)
    {
        string path = Path.Combine(_folder, file);
        if (text is not null)
        {
            File.WriteAllText(path, text);
        }

        BedrockException error = Assert.Throws<BedrockException>(
            () => SharedSockets.Trusting(new Sourced<string>(path, "AWS_CA_BUNDLE")));

        Assert.Equal(ClientErrorCode.InvalidRequest, error.ErrorCode);
        Assert.Contains($"'{path}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_CA_BUNDLE", error.Message, StringComparison.Ordinal);
    }

    private Sourced<string> Bundle(string pem)
    {
        string path = Path.Combine(_folder, "ca.pem");
        File.WriteAllText(path, pem);
        return new Sourced<string>(path, "AWS_CA_BUNDLE");
    }

    // The words by which the cause is told from others, and its cure with it.
    private static async Task AssertRefusedAsync(HttpsServer server, Sourced<string>? bundle, string problem)
    {
        HttpRequestException refusal =
            await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(server.Uri, bundle));
        Exception cause = Assert.IsType<AuthenticationException>(refusal.InnerException);
        Assert.Contains(problem, cause.Message, StringComparison.Ordinal);
    }

    private static async Task<string> GetAsync(Uri uri, Sourced<string>? bundle)
    {
        using HttpClient client = new(SharedSockets.Trusting(bundle), disposeHandler: false);
        return await client.GetStringAsync(uri).WaitAsync(Calls.Patience);
    }
}
