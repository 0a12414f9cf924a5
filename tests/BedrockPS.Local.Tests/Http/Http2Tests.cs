using System.Net;
using System.Net.Sockets;
using System.Text;
using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Http;

public sealed class Http2Tests : EndpointTest
{
    private static readonly byte[] Greeting = Encoding.ASCII.GetBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

    public Http2Tests()
    {
        Client.DefaultRequestVersion = HttpVersion.Version20;
        Client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
    }

    [Fact]
    public async Task A_client_that_begins_with_HTTP_2_is_answered_in_it()
    {
        using HttpResponseMessage response = await ConverseAsync(Ask("hello"));

        Assert.Equal(HttpVersion.Version20, response.Version);
        Assert.Contains("hello", TextOf(await ReadJsonAsync(response)));
        Assert.True(Guid.TryParse(response.Headers.GetValues("x-amzn-RequestId").Single(), out _));
        Assert.StartsWith("127.0.0.1:", Endpoint.Requests[0].Headers["host"]);
    }

    [Fact]
    public async Task Errors_have_their_status_and_their_type()
    {
        await AssertFaultAsync(await ConverseAsync("{}"), 400, "ValidationException", "messages");
    }

    [Fact]
    public async Task Two_hundred_streams_share_one_connection()
    {
        Endpoint.Enqueue(new LocalReply { Delay = TimeSpan.FromMinutes(1), Repeat = true });
        Task<List<Frame>>[] streams =
            [.. Enumerable.Range(0, 200).Select(i => StreamAsync(Ask($"Question {i}.")))];

        Clock.AdvanceWhenAwaited(TimeSpan.FromMinutes(1), streams.Length);

        List<Frame>[] answers = await Task.WhenAll(streams);
        Assert.Single(Endpoint.Requests.Select(request => request.ConnectionId).Distinct());
        for (int i = 0; i < answers.Length; i++)
        {
            Assert.Contains($"Question {i}.", Frame.TextOf(answers[i]));
            Assert.Equal("metadata", answers[i][^1].Name);
        }
    }

    [Fact]
    public async Task Bodies_and_answers_may_be_larger_than_any_window()
    {
        string text = string.Concat(Enumerable.Repeat("0123456789abcdef", 1_000_000));
        Endpoint.Enqueue(new LocalReply { Text = text, Match = "^x" });
        string question = "x" + text[..3_000_000];

        Assert.Equal(text, TextOf(await ConverseJsonAsync(Ask(question))));
        Assert.True(Endpoint.Requests[0].BodyLength > 3_000_000);
    }

    [Fact]
    public async Task A_client_that_leaves_one_stream_is_noticed_and_keeps_the_others()
    {
        Endpoint.Enqueue(new LocalReply { Text = "one", SilentAfterPieces = 1 });
        using (HttpResponseMessage left = await OpenStreamAsync(Ask("x")))
        {
            await (await left.Content.ReadAsStreamAsync()).ReadExactlyAsync(new byte[10]);
        }

        Assert.True(Endpoint.WaitForRequest(0, Patience).WaitForEnd(Patience));
        Assert.Equal("aborted", Endpoint.Requests[0].Outcome);
        Assert.Contains("still", TextOf(await ConverseJsonAsync(Ask("still"))));
        Assert.Equal(Endpoint.Requests[0].ConnectionId, Endpoint.Requests[1].ConnectionId);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(20, false)]
    public async Task A_script_breaks_off_its_own_stream_or_the_connection_under_all(int? bytes, bool isDropped)
    {
        Endpoint.Enqueue(new LocalReply { Text = "one", SilentAfterPieces = 1 });
        Endpoint.Enqueue(new LocalReply { Text = "one", CutAfterBytes = bytes, DropConnection = isDropped });
        using HttpResponseMessage other = await OpenStreamAsync(Ask("other"));

        await Assert.ThrowsAsync<HttpRequestException>(() => ConverseAsync(Ask("x")));
        Assert.Contains("next", TextOf(await ConverseJsonAsync(Ask("next"))));
        Assert.Equal("faulted", Endpoint.Requests[1].Outcome);
        Assert.Equal(isDropped, Endpoint.Requests[0].WaitForEnd(isDropped ? Patience : TimeSpan.Zero));
        Assert.Equal(isDropped, Endpoint.Requests[1].ConnectionId != Endpoint.Requests[2].ConnectionId);
    }

    [Fact]
    public void A_client_that_will_ask_nothing_more_gets_the_answer_that_it_waits_for()
    {
        const string goAway = "000008070000000000" + "0000000000000000";
        byte[] path = Encoding.ASCII.GetBytes("/foundation-models");
        byte[] ask = [0, 0, 22, 1, 5, 0, 0, 0, 1, 0x82, 0x86, 4, (byte)path.Length, .. path];
        Endpoint.Enqueue(new LocalReply { Body = "{}", Delay = TimeSpan.FromMinutes(1), Path = "/" });
        using TcpClient client = new("127.0.0.1", Endpoint.Port) { ReceiveTimeout = (int)Patience.TotalMilliseconds };
        client.GetStream().Write([.. Greeting, .. ask, .. Convert.FromHexString(goAway)]);

        Clock.AdvanceWhenAwaited(TimeSpan.FromMinutes(1));

        byte[] head = new byte[9];
        while (head[8] == 0)
        {
            client.GetStream().ReadExactly(head);
            client.GetStream().ReadExactly(new byte[(head[1] << 8) | head[2]]);
        }

        Assert.Equal((1, 1), (head[3], head[8]));
    }

    [Fact]
    public async Task Stopping_ends_open_streams()
    {
        Endpoint.Enqueue(new LocalReply { Text = "one", SilentAfterPieces = 1 });
        using HttpResponseMessage response = await OpenStreamAsync(Ask("x"));

        Endpoint.Dispose();

        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsByteArrayAsync().WaitAsync(Patience));
    }

    [Theory]
    [InlineData("00000401040000000182848641", 9)]
    [InlineData("000001010500000001ff", 9)]
    [InlineData("0000010105000000018f", 1)]
    [InlineData("000003010500000002828684", 1)]
    [InlineData("000001010500000001be", 9)]
    [InlineData("000002010500000001" + "8286", 1)]
    [InlineData("ffffff010500000001", 6)]
    [InlineData("000001090400000001" + "00", 1)]
    [InlineData("000001000800000001" + "05", 1)]
    [InlineData("000002080000000000" + "0001", 6)]
    [InlineData("000001010100000001" + "82" + "000000090000000001", 1)]
    [InlineData("000004080000000000" + "7fffffff", 3)]
    [InlineData("000006040000000000" + "0004ffffffff", 3)]
    [InlineData("000005040000000000" + "0004000000", 6)]
    public void What_is_no_HTTP_2_ends_the_connection_with_its_error(string frame, int code)
    {
        using TcpClient client = new("127.0.0.1", Endpoint.Port) { ReceiveTimeout = (int)Patience.TotalMilliseconds };
        client.GetStream().Write([.. Greeting, .. OpenRequest(frame), .. Convert.FromHexString(frame)]);

        using MemoryStream received = new();
        client.GetStream().CopyTo(received);
        byte[] all = received.ToArray();
        Assert.Equal(7, all[^14]);
        Assert.Equal(code, all[^1]);
    }

    // Data must belong to a stream that is open.
    private static byte[] OpenRequest(string frame) =>
        frame[6..8] == "00" && frame[17] == '1' ? Convert.FromHexString("000003010400000001838684") : [];
}
