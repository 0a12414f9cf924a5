using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Credentials;

public sealed class MfaTests : StsTest
{
    private const string Device = "arn:aws:iam::111122223333:mfa/u";

    private readonly List<MfaChallenge> _asked = [];

    public MfaTests() => WriteRole($"mfa_serial = {Device}");

    [Fact]
    public async Task A_person_is_asked_once_for_all_the_calls_of_a_session()
    {
        AwsSettings settings = Answering(" 123456 ");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignAsRoleAsync(settings)));
        await SignAsRoleAsync(settings with { Region = "eu-west-3" });

        Assert.Equal(new MfaChallenge("ops", Device), Assert.Single(_asked));
        Assert.Equal(Device, LastForm["SerialNumber"]);
        Assert.Equal("123456", LastForm["TokenCode"]);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_the_error_says_so_at_once()
    {
        await AssertInvalidAsync(Ops, Device, "nobody is here", "aws configure export-credentials --profile ops");
        Assert.Empty(Sts.Requests);
    }

    [Fact]
    public async Task A_wrong_code_is_an_error_and_the_next_call_asks_again()
    {
        await AssertInvalidAsync(Answering("000000"), "MultiFactorAuthentication failed", "next code");
        Assert.Single(_asked);

        await SignAsRoleAsync(Answering("123456"));
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task No_code_is_not_sent()
    {
        await AssertInvalidAsync(Answering(" "), Device, "none was given");
        await AssertInvalidAsync(
            Ops with { AskMfaCode = (_, _) => Task.FromCanceled<string>(new CancellationToken(true)) },
            "none was given");
        Assert.Empty(Sts.Requests);
    }

    [Fact]
    public async Task A_stopped_call_withdraws_the_question()
    {
        TaskCompletionSource asked = new();
        TaskCompletionSource withdrawn = new();
        AwsSettings settings = Ops with
        {
            AskMfaCode = async (_, token) =>
            {
                asked.SetResult();
                try
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, token);
                    return "never";
                }
                finally
                {
                    withdrawn.SetResult();
                }
            },
        };
        using CancellationTokenSource stop = new();
        using HttpMessageInvoker signer = new(Session.CreateSigner(settings, Sending.Region, new CatchingHandler()));
        using HttpRequestMessage request = Sending.Post("/model/m/converse");

        Task sending = signer.SendAsync(request, stop.Token);
        await asked.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await withdrawn.Task.WaitAsync(TimeSpan.FromSeconds(5));
    }

    private AwsSettings Answering(string code) => Ops with
    {
        AskMfaCode = (challenge, _) =>
        {
            lock (_asked)
            {
                _asked.Add(challenge);
                return Task.FromResult(code);
            }
        },
    };

    private async Task AssertInvalidAsync(AwsSettings settings, params string[] parts)
    {
        BedrockException error = await Session.FailAsync(settings);

        Assert.Equal(ClientErrorCode.InvalidCredentials, error.ErrorCode);
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }
}
