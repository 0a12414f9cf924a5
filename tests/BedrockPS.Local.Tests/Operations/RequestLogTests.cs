using System.Net.Http.Headers;
using System.Text.Json;
using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Operations;

public sealed class RequestLogTests : EndpointTest
{
    [Fact]
    public async Task A_request_is_kept_with_what_it_was()
    {
        object body = Ask("hi");
        (await ConverseAsync(body, "us.amazon.nova-micro-v1:0")).Dispose();

        LocalRequest request = Endpoint.Requests.Single();
        Assert.Equal(
            (0, "POST", "/model/us.amazon.nova-micro-v1%3A0/converse", "Converse", "us.amazon.nova-micro-v1:0", false),
            (request.Index, request.Method, request.Path, request.Operation, request.ModelId!, request.Signed));
        Assert.Equal(JsonSerializer.Serialize(body), request.Body);
        Assert.Equal("application/json", request.Headers["content-type"]);
        Assert.Equal(Clock.GetUtcNow(), request.ReceivedAt);
        Assert.True(request.WaitForEnd(Patience));
        Assert.Equal("completed", request.Outcome);
    }

    [Fact]
    public async Task Keys_and_tokens_are_not_kept()
    {
        using HttpRequestMessage message = new(HttpMethod.Get, "/foundation-models");
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "bedrock-api-key-SECRET");
        message.Headers.Add("X-Amz-Security-Token", "SECRET");
        (await Client.SendAsync(message)).Dispose();

        LocalRequest request = Endpoint.Requests[0];
        Assert.Equal("Bearer ***", request.Headers["authorization"]);
        Assert.Equal("***", request.Headers["x-amz-security-token"]);
        Assert.DoesNotContain(request.Headers.Values, value => value.Contains("SECRET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_newest_256_are_kept()
    {
        for (int i = 0; i < 260; i++)
        {
            (await Client.GetAsync($"/nowhere/{i}")).Dispose();
        }

        Assert.Equal(260, Endpoint.RequestCount);
        Assert.Equal(256, Endpoint.Requests.Count);
        Assert.Equal((4, "/nowhere/4"), (Endpoint.Requests[0].Index, Endpoint.Requests[0].Path));
        Assert.Throws<InvalidOperationException>(() => Endpoint.WaitForRequest(0, Patience));
    }

    [Fact]
    public async Task Clearing_counts_from_zero_again()
    {
        (await Client.GetAsync("/one")).Dispose();
        Endpoint.ClearRequests();
        (await Client.GetAsync("/two")).Dispose();

        Assert.Equal("/two", Endpoint.WaitForRequest(0, Patience).Path);
        Assert.Equal(2, Endpoint.RequestCount);
    }

    [Fact]
    public async Task Waiting_ends_when_the_request_arrives()
    {
        Task<LocalRequest> waiting = Task.Run(() => Endpoint.WaitForRequest(1, Patience));
        (await Client.GetAsync("/one")).Dispose();
        (await Client.GetAsync("/two")).Dispose();

        Assert.Equal("/two", (await waiting).Path);
    }

    [Fact]
    public void Waiting_in_vain_times_out()
    {
        Assert.Throws<TimeoutException>(() => Endpoint.WaitForRequest(0, TimeSpan.FromMilliseconds(1)));
    }
}
