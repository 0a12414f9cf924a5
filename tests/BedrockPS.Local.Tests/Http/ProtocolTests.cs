using System.Net;
using System.Text;
using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Http;

public sealed class ProtocolTests : EndpointTest
{
    private const string ConversePath = "/model/amazon.nova-micro-v1:0/converse";
    private const string Body = """{"messages":[{"role":"user","content":[{"text":"hi"}]}]}""";

    [Theory]
    [InlineData("garbage\r\n\r\n", 400)]
    [InlineData("\u0016\u0003\u0001", 400)]
    [InlineData("GARBAGE\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.0\r\nHost: x\r\n\r\n", 505)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\nSneaky: y\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n", 413)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nExpect: magic\r\n\r\n", 417)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 67108865\r\n\r\n", 413)]
    public void Refuses_what_is_no_proper_request(string request, int status)
    {
        using RawClient client = new(Endpoint);
        client.Send(request);

        Assert.Equal(status, client.ReadStatus());
    }

    [Fact]
    public void Refuses_a_head_that_is_too_long()
    {
        using RawClient client = new(Endpoint);
        client.Send($"GET / HTTP/1.1\r\nHost: x\r\nX: {new string('x', 70_000)}\r\n\r\n");

        Assert.Equal(431, client.ReadStatus());
    }

    [Fact]
    public void Refuses_too_many_headers()
    {
        using RawClient client = new(Endpoint);
        string headers = string.Concat(Enumerable.Range(0, 101).Select(i => $"X{i}: y\r\n"));
        client.Send($"GET / HTTP/1.1\r\nHost: x\r\n{headers}\r\n");

        Assert.Equal(431, client.ReadStatus());
    }

    [Fact]
    public void Refuses_a_path_that_is_too_long()
    {
        using RawClient client = new(Endpoint);
        client.Send($"GET /{new string('x', 9_000)} HTTP/1.1\r\nHost: x\r\n\r\n");

        Assert.Equal(414, client.ReadStatus());
    }

    [Fact]
    public async Task Serves_others_after_a_broken_client()
    {
        using (RawClient broken = new(Endpoint))
        {
            broken.Send($"POST {ConversePath} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
        }

        using HttpResponseMessage response = await ConverseAsync(Ask("hi"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, Endpoint.RequestCount);
    }

    [Fact]
    public async Task Keeps_a_connection_for_the_next_request()
    {
        (await ConverseAsync(Ask("one"))).Dispose();
        (await ConverseAsync(Ask("two"))).Dispose();

        Assert.Single(Endpoint.Requests.Select(request => request.ConnectionId).Distinct());
    }

    [Fact]
    public async Task Keeps_a_connection_after_a_whole_stream()
    {
        await StreamAsync(Ask("one"));
        await StreamAsync(Ask("two"));

        Assert.Single(Endpoint.Requests.Select(request => request.ConnectionId).Distinct());
    }

    [Fact]
    public void Closes_the_connection_when_asked_to()
    {
        using RawClient client = new(Endpoint);
        client.Send(RawClient.Request(ConversePath, Body, "Connection: close\r\n"));

        Assert.Contains("Connection: close", client.ReadToEnd());
    }

    [Fact]
    public void Answers_pipelined_requests_in_order()
    {
        using RawClient client = new(Endpoint);
        client.Send(RawClient.Request(ConversePath, Body) + RawClient.Request("/nowhere", "")
            + RawClient.Request(ConversePath, Body, "Connection: close\r\n"));

        string answers = client.ReadToEnd();
        int[] statuses = [.. answers.Split("HTTP/1.1 ")[1..].Select(answer => int.Parse(answer[..3]))];
        Assert.Equal([200, 404, 200], statuses);
    }

    [Fact]
    public void Finds_a_pipelined_request_that_came_during_an_answer()
    {
        Endpoint.Enqueue(new LocalReply { Delay = TimeSpan.FromMinutes(1), Text = "late" });
        using RawClient client = new(Endpoint);
        client.Send(RawClient.Request(ConversePath, Body));
        Endpoint.WaitForRequest(0, Patience);
        client.Send(RawClient.Request("/nowhere", "", "Connection: close\r\n"));

        Clock.AdvanceWhenAwaited(TimeSpan.FromMinutes(1));

        string answers = client.ReadToEnd();
        Assert.Contains("late", answers);
        Assert.Contains("HTTP/1.1 404", answers);
    }

    [Fact]
    public void Puts_a_request_together_that_comes_byte_by_byte()
    {
        using RawClient client = new(Endpoint);
        foreach (char c in RawClient.Request(ConversePath, Body))
        {
            client.Send(c.ToString());
        }

        Assert.Equal(200, client.ReadStatus());
    }

    [Fact]
    public void Tells_a_sender_of_too_much_even_while_it_sends()
    {
        using RawClient client = new(Endpoint);
        client.Send($"POST {ConversePath} HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n");
        client.Send(new string('x', 1_000_000));

        Assert.Equal(413, client.ReadStatus());
    }

    [Fact]
    public void Says_continue_to_who_waits_for_it()
    {
        using RawClient client = new(Endpoint);
        client.Send($"POST {ConversePath} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
            + $"Content-Length: {Body.Length}\r\n\r\n");
        client.ReadUntil("100 Continue\r\n\r\n");
        client.Send(Body);

        Assert.Equal(200, client.ReadStatus());
    }

    [Fact]
    public async Task Takes_a_chunked_request_body()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, ConversePath) { Content = Json(Body) };
        request.Headers.TransferEncodingChunked = true;
        using HttpResponseMessage response = await Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Body, Endpoint.Requests[0].Body);
    }

    [Fact]
    public void Takes_a_chunked_body_in_small_chunks_with_trailers()
    {
        using RawClient client = new(Endpoint);
        client.Send($"POST {ConversePath} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        client.Send(string.Concat(Body.Chunk(7).Select(part => $"{part.Length:X};a=b\r\n{new string(part)}\r\n")));
        client.Send("0\r\nX-Checksum: 1\r\n\r\n");

        Assert.Equal(200, client.ReadStatus());
        Assert.Equal(Body, Endpoint.Requests[0].Body);
    }

    [Fact]
    public async Task Takes_a_body_of_thirty_megabytes()
    {
        string image = Convert.ToBase64String(new byte[22_000_000]);
        using HttpResponseMessage response = await ConverseAsync(
            """
            {"messages":[{"role":"user","content":[
              {"text":"look"},{"image":{"format":"png","source":{"bytes":"@"}}}]}]}
            """.Replace("@", image, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(Endpoint.Requests[0].BodyLength > 29_000_000);
        Assert.Equal(1024 * 1024, Encoding.UTF8.GetByteCount(Endpoint.Requests[0].Body));
    }

    [Fact]
    public void Answers_head_without_a_body()
    {
        using RawClient client = new(Endpoint);
        client.Send("HEAD /foundation-models HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.EndsWith("\r\n\r\n", client.ReadToEnd());
    }

    [Fact]
    public async Task Listens_on_the_loopback_address_only()
    {
        using HttpResponseMessage response = await Client.GetAsync("/foundation-models");

        Assert.Equal("127.0.0.1", Endpoint.Uri.Host);
        Assert.Equal(Endpoint.Port, Endpoint.Uri.Port);
    }

    [Fact]
    public async Task Many_clients_at_once_get_their_own_answers()
    {
        string[] prompts = [.. Enumerable.Range(0, 100).Select(i => $"question {i}!")];

        string[] texts = await Task.WhenAll(prompts.Select(async p => TextOf(await ConverseJsonAsync(Ask(p)))));

        Assert.All(prompts.Zip(texts), pair => Assert.Contains(pair.First, pair.Second));
    }

    [Fact]
    public async Task Two_endpoints_at_once_do_not_mix()
    {
        using LocalEndpoint other = LocalEndpoint.Start();
        other.Enqueue(new LocalReply { Text = "from the other" });

        (await ConverseAsync(Ask("hi"))).Dispose();

        Assert.NotEqual(Endpoint.Port, other.Port);
        Assert.Equal(0, other.RequestCount);
        Assert.Equal(1, Endpoint.RequestCount);
    }

    [Fact]
    public void A_port_that_is_taken_is_an_error()
    {
        Assert.Throws<System.Net.Sockets.SocketException>(
            () => LocalEndpoint.Start(new LocalEndpointOptions { Port = Endpoint.Port }));
    }

    [Fact]
    public void Disposing_closes_open_connections_at_once()
    {
        LocalEndpoint endpoint = LocalEndpoint.Start();
        endpoint.Enqueue(new LocalReply { SilentAfterPieces = 0 });
        using RawClient client = new(endpoint);
        client.Send(RawClient.Request(ConversePath, Body));
        LocalRequest request = endpoint.WaitForRequest(0, Patience);

        endpoint.Dispose();

        Assert.Equal("", client.ReadToEnd());
        Assert.Equal("aborted", request.Outcome);
    }
}
