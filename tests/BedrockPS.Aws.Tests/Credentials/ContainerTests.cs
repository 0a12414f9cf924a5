using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Credentials;

public sealed class ContainerTests : EnvironmentTest
{
    private const string Secret = "pod/authorization+token";

    [Fact]
    public async Task The_token_in_the_file_is_sent_as_it_is_now_and_before_the_one_in_the_variable()
    {
        using LoopbackServer server = MachineServer.Start("AKIDPOD", "s");
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.Uri + "v1/credentials");
        Set("AWS_CONTAINER_AUTHORIZATION_TOKEN", "variable");
        await Gateway.SignAsync(new AwsSettings());
        Set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", Folder.Write("token", "file\n"));
        await Gateway.SignAsync(new AwsSettings());
        Folder.Write("token", "rotated");
        await Gateway.SignAsync(new AwsSettings());

        Assert.Equal(
            ["variable", "file", "rotated"], server.Requests.Select(request => request.Header("Authorization")));
        Assert.All(server.Requests, request => Assert.Equal("/v1/credentials", request.Target));
    }

    [Fact]
    public async Task The_container_is_asked_once_for_a_session()
    {
        using LoopbackServer server = MachineServer.Start("AKIDPOD", "s");
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.Uri.ToString());
        IAwsGateway session = Gateway;

        await session.SignAsync(new AwsSettings());
        await session.SignAsync(new AwsSettings());
        Assert.Single(server.Requests);

        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.Uri + "other");
        await session.SignAsync(new AwsSettings());
        Assert.Equal("/other", server.Requests[1].Target);
    }

    [Fact]
    public async Task Keys_are_renewed_by_the_end_that_the_container_tells()
    {
        SteppingClock clock = new();
        string end = clock.GetUtcNow().AddHours(1).UtcDateTime.ToString("O");
        using LoopbackServer server = MachineServer.Start("AKIDPOD", "s", end);
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.Uri.ToString());
        IAwsGateway session = Staged.Open(clock);

        await session.SignAsync(new AwsSettings());
        clock.Advance(TimeSpan.FromMinutes(54.9));
        await session.SignAsync(new AwsSettings());
        Assert.Single(server.Requests);

        clock.Advance(TimeSpan.FromMinutes(0.2));
        await session.SignAsync(new AwsSettings());
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(403, """{"code":"AccessDenied","message":"No role for this pod"}""", "HTTP 403: AccessDenied No role")]
    [InlineData(403, Secret, "HTTP 403.")]
    [InlineData(307, "", "HTTP 307")]
    [InlineData(200, "[]", "no AccessKeyId")]
    [InlineData(200, """{"AccessKeyId":"A","SecretAccessKey":1}""", "no SecretAccessKey")]
    public async Task An_endpoint_that_refuses_is_named_with_its_reason_and_without_its_token(
        int status, string body, string reason)
    {
        using LoopbackServer server = new(_ => new LoopbackReply(body, status));
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.Uri.ToString());
        Set("AWS_CONTAINER_AUTHORIZATION_TOKEN", Secret);

        await AssertInvalidAsync(server.Uri.ToString(), "AWS_CONTAINER_CREDENTIALS_FULL_URI", reason);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_endpoint_that_is_about_to_start_is_asked_again()
    {
        Queue<LoopbackReply> replies = new(
        [
            new LoopbackReply("starting", 503),
            LoopbackReply.HangUp,
            new LoopbackReply(MachineServer.Keys("AKIDPOD", "s", "2999-01-01T00:00:00Z")),
        ]);
        using LoopbackServer server = new(_ => replies.Dequeue());
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.Uri.ToString());

        Assert.Equal("AKIDPOD", (await Staged.Open(new SteppingClock()).SignAsync(new AwsSettings())).AccessKey);
    }

    [Theory]
    [InlineData("http://192.0.2.1/credentials")]
    [InlineData("http://example.com/credentials")]
    [InlineData("ftp://127.0.0.1/credentials")]
    [InlineData("no address")]
    public async Task A_token_is_sent_in_the_clear_to_this_machine_only(string uri)
    {
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", uri);
        Set("AWS_CONTAINER_AUTHORIZATION_TOKEN", Secret);

        await AssertInvalidAsync(uri, "must begin with https:");
    }

    [Fact]
    public async Task A_token_that_is_none_is_told_by_its_place()
    {
        using LoopbackServer server = MachineServer.Start("AKIDPOD", "s");
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.Uri.ToString());
        Set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", Path.Combine(Folder.Path, "absent"));
        await AssertInvalidAsync("absent");

        Set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", Folder.Write("token", $"{Secret}\r\nHost: example.com\n"));
        await AssertInvalidAsync("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "more than one line");
        Assert.Empty(server.Requests);
    }

    private static async Task AssertInvalidAsync(params string[] parts)
    {
        BedrockException error = await Gateway.FailAsync(new AwsSettings());

        Assert.Equal(ClientErrorCode.InvalidCredentials, error.ErrorCode);
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }
}
