using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;

namespace BedrockPS.Aws.Tests.Credentials;

public sealed class SessionKeysTests : StsTest
{
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(5);

    public SessionKeysTests() => WriteRole();

    [Fact]
    public async Task Keys_are_got_once_for_all_the_signers_of_a_session_and_for_no_other_session()
    {
        await SignAsRoleAsync(Ops);
        await SignAsRoleAsync(Ops);
        Assert.Single(Sts.Requests);

        await SignAsRoleAsync(Ops, Staged.Open(Clock));
        Assert.Equal(2, Sts.Requests.Count);
    }

    [Fact]
    public async Task Requests_at_once_wait_for_one_answer()
    {
        TaskCompletionSource open = new();
        Sts.Before = () => open.Task;

        Task<string>[] signing = [.. Enumerable.Range(0, 8).Select(_ => SignAsRoleAsync(Ops))];
        await Sts.WhenAskedAsync().WaitAsync(Promptly);
        open.SetResult();

        await Task.WhenAll(signing);
        Assert.Single(Sts.Requests);
    }

    [Fact]
    public async Task One_who_leaves_does_not_take_the_answer_from_the_others()
    {
        TaskCompletionSource open = new();
        Sts.Before = () => open.Task;
        using CancellationTokenSource stop = new();
        using HttpMessageInvoker signer = new(Session.CreateSigner(Ops, Sending.Region, new CatchingHandler()));
        using HttpRequestMessage request = Sending.Post("/model/m/converse");

        Task leaving = signer.SendAsync(request, stop.Token);
        await Sts.WhenAskedAsync().WaitAsync(Promptly);
        Task<string> staying = SignAsRoleAsync(Ops);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving.WaitAsync(Promptly));
        open.SetResult();

        await staying.WaitAsync(Promptly);
    }

    [Fact]
    public async Task A_question_that_everybody_left_is_asked_again()
    {
        Sts.Before = () => Task.Delay(Timeout.InfiniteTimeSpan);
        using CancellationTokenSource stop = new();
        using HttpMessageInvoker signer = new(Session.CreateSigner(Ops, Sending.Region, new CatchingHandler()));
        using HttpRequestMessage request = Sending.Post("/model/m/converse");
        Task leaving = signer.SendAsync(request, stop.Token);
        await Sts.WhenAskedAsync().WaitAsync(Promptly);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);

        Sts.Before = () => Task.CompletedTask;

        await SignAsRoleAsync(Ops).WaitAsync(Promptly);
    }

    [Fact]
    public async Task Keys_are_renewed_five_minutes_before_they_end()
    {
        string first = await KeyAsync();
        Clock.Advance(Sts.Lifetime - TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.Equal(first, await KeyAsync());

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first, await KeyAsync());
        Assert.Equal(2, Sts.Requests.Count);
    }

    [Fact]
    public async Task Keys_of_a_short_life_are_renewed_at_half_of_it()
    {
        Sts.Lifetime = TimeSpan.FromMinutes(6);
        string first = await KeyAsync();
        Clock.Advance(TimeSpan.FromMinutes(2.9));
        Assert.Equal(first, await KeyAsync());

        Clock.Advance(TimeSpan.FromMinutes(0.2));
        Assert.NotEqual(first, await KeyAsync());
    }

    [Fact]
    public async Task One_signer_renews_too()
    {
        CatchingHandler end = new();
        using HttpMessageInvoker signer = new(Session.CreateSigner(Ops, Sending.Region, end));
        await SendAsync(signer);
        Clock.Advance(Sts.Lifetime);
        await SendAsync(signer);

        Assert.NotEqual(end.Requests[0].AccessKey, end.Requests[1].AccessKey);
    }

    [Fact]
    public async Task When_a_renewal_fails_keys_that_are_still_good_are_used_on()
    {
        string first = await KeyAsync();
        Clock.Advance(Sts.Lifetime - TimeSpan.FromMinutes(1));
        Sts.FailNext("AccessDenied", "Not now.", 403);

        Assert.Equal(first, await KeyAsync());
        Assert.Equal(first, await KeyAsync());
        Assert.Equal(2, Sts.Requests.Count);

        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.NotEqual(first, await KeyAsync());
    }

    [Fact]
    public async Task When_a_renewal_fails_keys_that_have_ended_are_not_used()
    {
        await KeyAsync();
        Clock.Advance(Sts.Lifetime);
        Sts.FailNext("AccessDenied", "No more.", 403);

        BedrockException error = await Session.FailAsync(Ops);

        Assert.Contains("No more", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        Sts.FailNext("AccessDenied", "Not yet.", 403);
        await Session.FailAsync(Ops);

        await SignAsRoleAsync(Ops);
    }

    [Theory]
    [InlineData("ExpiredTokenException:http://internal.amazon.com/coral/com.amazon.coral.service/", 2)]
    [InlineData("UnrecognizedClientException", 1)]
    [InlineData("AccessDeniedException", 1)]
    public async Task Keys_that_the_service_calls_expired_are_replaced_at_the_next_request(string type, int expected)
    {
        using LoopbackServer bedrock = new(_ => new LoopbackReply("{}", 403)
        {
            Headers = new Dictionary<string, string> { ["x-amzn-ErrorType"] = type },
        });
        using SocketsHttpHandler sockets = new();
        using HttpMessageInvoker signer = new(Session.CreateSigner(Ops, Sending.Region, sockets));
        for (int i = 0; i < 2; i++)
        {
            using HttpRequestMessage request = Sending.Post("/model/m/converse", endpoint: bedrock.Uri);
            using HttpResponseMessage response = await signer.SendAsync(request, CancellationToken.None);
        }

        Assert.Equal(expected, bedrock.Requests.Select(request => request.AccessKey).Distinct().Count());
    }

    [Theory]
    [InlineData("role_session_name = other", BaseSecret)]
    [InlineData("external_id = other", BaseSecret)]
    [InlineData("duration_seconds = 900", BaseSecret)]
    [InlineData("", "rotated/secret+0123456789")]
    public async Task What_the_profiles_say_now_counts_at_once(string line, string secret)
    {
        string first = await KeyAsync();
        Sts.AddUser("AKIDBASE", secret);
        Sts.ExternalId = line.StartsWith("external_id", StringComparison.Ordinal) ? "other" : null;
        WriteConfig(
            $"""
            [profile base]
            aws_access_key_id = AKIDBASE
            aws_secret_access_key = {secret}
            [profile ops]
            role_arn = {RoleArn}
            source_profile = base
            {line}
            """);

        Assert.NotEqual(first, await KeyAsync());
    }

    [Fact]
    public async Task A_renewal_goes_by_the_files_as_they_are_then()
    {
        using HttpMessageInvoker signer = new(Session.CreateSigner(Ops, Sending.Region, new CatchingHandler()));
        await SendAsync(signer);
        Sts.AddUser("AKIDROTATED", "rotated/secret");
        WriteConfig(
            $"""
            [profile base]
            aws_access_key_id = AKIDROTATED
            aws_secret_access_key = rotated/secret
            [profile ops]
            role_arn = {RoleArn}
            source_profile = base
            """);
        Clock.Advance(Sts.Lifetime);

        await SendAsync(signer);

        Assert.Equal(["AKIDBASE", "AKIDROTATED"], Sts.Requests.Select(request => request.AccessKey));
    }

    private async Task<string> KeyAsync() => (await Session.SignAsync(Ops)).AccessKey;

    private static async Task SendAsync(HttpMessageInvoker signer)
    {
        using HttpRequestMessage request = Sending.Post("/model/m/converse");
        using HttpResponseMessage response = await signer.SendAsync(request, CancellationToken.None);
    }
}
