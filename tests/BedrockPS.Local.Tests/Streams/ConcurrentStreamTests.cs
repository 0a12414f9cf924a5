using System.Net.Sockets;
using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Streams;

public sealed class ConcurrentStreamTests : EndpointTest
{
    private const int Streams = 200;

    [Fact]
    public async Task Two_hundred_streams_at_once_are_each_complete_and_their_own()
    {
        Endpoint.Enqueue(new LocalReply { Delay = TimeSpan.FromMinutes(1), Repeat = true });
        Task<List<Frame>>[] streams =
            [.. Enumerable.Range(0, Streams).Select(i => StreamAsync(Ask($"Question {i}.")))];

        // All of them have been asked before the first is answered.
        Clock.AdvanceWhenAwaited(TimeSpan.FromMinutes(1), Streams);

        List<Frame>[] answers = await Task.WhenAll(streams);
        Assert.Equal(Streams, Endpoint.Requests.Select(request => request.ConnectionId).Distinct().Count());
        for (int i = 0; i < Streams; i++)
        {
            Assert.Equal("messageStart", answers[i][0].Name);
            Assert.Contains($"Question {i}.", Frame.TextOf(answers[i]));
            Assert.Equal("metadata", answers[i][^1].Name);
        }
    }

    [Fact]
    public async Task Stopping_ends_two_hundred_streams_and_closes_the_port()
    {
        Endpoint.Enqueue(new LocalReply { SilentAfterPieces = 1, Text = "and then", Repeat = true });
        HttpResponseMessage[] open =
            await Task.WhenAll(Enumerable.Range(0, Streams).Select(_ => OpenStreamAsync(Ask("x"))));

        Endpoint.Dispose();

        foreach (HttpResponseMessage response in open)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsByteArrayAsync().WaitAsync(Patience));
        }

        using TcpClient late = new();
        await Assert.ThrowsAsync<SocketException>(() => late.ConnectAsync("127.0.0.1", Endpoint.Port));
    }
}
