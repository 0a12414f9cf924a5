using System.Collections.Concurrent;
using System.Net;
using System.Text;
using BedrockPS.Access;
using BedrockPS.Http;

namespace BedrockPS.Tests.Http;

public sealed class ProxyTests : Variables
{
    private static readonly string[] Names = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"];

    private readonly Authority _authority = new();
    private readonly string _bundle = Path.GetTempFileName();
    private readonly ConcurrentQueue<string> _asked = new();

    public ProxyTests()
    {
        foreach (string name in Names)
        {
            Set(name, null);
            Set(name.ToLowerInvariant(), null);
        }

        // .NET reads the variables now, and will not again: what a test sets stays in the test.
        Assert.NotNull(HttpClient.DefaultProxy);
        File.WriteAllText(_bundle, _authority.Pem);
    }

    public override void Dispose()
    {
        _authority.Dispose();
        File.Delete(_bundle);
        base.Dispose();
    }

    [Fact]
    public async Task Https_goes_through_the_proxy_and_is_secured_up_to_the_host_itself()
    {
        using HttpsServer proxy = StartProxy("first.invalid");
        Set("HTTPS_PROXY", $"http://{proxy.Authority}");

        Assert.Equal("ok", await GetAsync("https://first.invalid/"));

        Assert.StartsWith("CONNECT first.invalid:443 ", Assert.Single(_asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_is_set_or_changed_in_a_running_session_counts_at_once()
    {
        using HttpsServer first = StartProxy("second.invalid");
        using HttpsServer second = StartProxy("second.invalid");
        Set("HTTPS_PROXY", first.Authority);
        await GetAsync("https://second.invalid/");
        first.Dispose();

        Set("HTTPS_PROXY", second.Authority);
        Assert.Equal("ok", await GetAsync("https://second.invalid/"));

        Set("HTTPS_PROXY", null);
        Assert.True(new CurrentProxy().IsBypassed(new Uri("https://second.invalid/")));
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task A_proxy_that_asks_who_is_there_is_told_and_the_host_is_not()
    {
        using HttpsServer proxy = StartProxy("third.invalid", asksWho: true);
        Set("HTTPS_PROXY", $"http://ops:p%40ss@{proxy.Authority}");

        Assert.Equal("ok", await GetAsync("https://third.invalid/"));

        string credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes("ops:p@ss"));
        Assert.Contains($"Proxy-Authorization: Basic {credentials}", _asked.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bedrock.example", "https://bedrock.example")]
    [InlineData("other.example,bedrock.example", "https://bedrock.example")]
    [InlineData("example", "https://bedrock.example")]
    [InlineData(".example", "https://bedrock.example")]
    [InlineData("*.example", "https://bedrock.example")]
    [InlineData("BEDROCK.example:443", "https://bedrock.example")]
    [InlineData("10.0.0.7", "https://10.0.0.7")]
    [InlineData("*", "https://bedrock.example")]
    [InlineData("", "https://127.0.0.1:4566")]
    [InlineData("", "http://localhost:4566")]
    [InlineData("", "http://[::1]:4566")]
    public void Hosts_that_no_proxy_lists_and_this_machine_are_reached_directly(string exempt, string destination)
    {
        Set("ALL_PROXY", "http://proxy.example:3128");
        Set("NO_PROXY", exempt);

        Assert.True(new CurrentProxy().IsBypassed(new Uri(destination)));
        Assert.Null(new CurrentProxy().GetProxy(new Uri(destination)));
    }

    [Theory]
    [InlineData("rock.example", "https://bedrock.example")]
    [InlineData("bedrock.example:8443", "https://bedrock.example")]
    [InlineData(" , ", "https://bedrock.example")]
    public void Every_other_host_is_reached_through_the_proxy(string exempt, string destination)
    {
        Set("ALL_PROXY", "http://proxy.example:3128");
        Set("NO_PROXY", exempt);

        Assert.False(new CurrentProxy().IsBypassed(new Uri(destination)));
        Assert.Equal(new Uri("http://proxy.example:3128"), new CurrentProxy().GetProxy(new Uri(destination)));
    }

    [Fact]
    public void Each_scheme_has_its_own_and_the_lower_case_name_comes_first()
    {
        Set("HTTP_PROXY", "http://plain.example");
        Set("HTTPS_PROXY", "http://upper.example");
        Set("https_proxy", "http://lower.example");

        Uri? https = new CurrentProxy().GetProxy(new Uri("https://bedrock.example"));

        // On Windows the two names are one variable.
        Assert.Equal("lower.example", https?.Host);
        Assert.Equal("plain.example", new CurrentProxy().GetProxy(new Uri("http://bedrock.example"))?.Host);
    }

    [Fact]
    public void A_proxy_that_the_process_has_been_given_stands_before_the_environment()
    {
        IWebProxy before = HttpClient.DefaultProxy;
        Set("HTTPS_PROXY", "http://environment.example");
        try
        {
            HttpClient.DefaultProxy = new WebProxy("http://given.example");

            Assert.Equal("given.example", new CurrentProxy().GetProxy(new Uri("https://bedrock.example"))?.Host);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    private HttpsServer StartProxy(string host, bool asksWho = false) => new(_authority.Issue(host), head =>
    {
        _asked.Enqueue(head);
        return asksWho && !head.Contains("Proxy-Authorization", StringComparison.OrdinalIgnoreCase)
            ? "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"r\"\r\nContent-Length: 0\r\n\r\n"
            : null;
    });

    private async Task<string> GetAsync(string uri)
    {
        HttpMessageHandler sockets = SharedSockets.Trusting(new Sourced<string>(_bundle, "AWS_CA_BUNDLE"));
        using HttpClient client = new(sockets, disposeHandler: false);
        return await client.GetStringAsync(new Uri(uri)).WaitAsync(Calls.Patience);
    }
}
