using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Credentials;

public sealed class CredentialProcessTests : EnvironmentTest
{
    private const string Secret = "hunter2secret";

    private static readonly AwsSettings Settings = new() { ProfileName = "p" };

    private readonly SteppingClock _clock = new();
    private readonly IAwsGateway _session;

    public CredentialProcessTests() => _session = Staged.Open(_clock);

    private int Runs => File.ReadAllLines(Path.Combine(Folder.Path, "log")).Length;

    [UnixFact]
    public async Task It_is_run_again_shortly_before_its_keys_end()
    {
        WriteProcess($$"""{"Expiration":"{{_clock.GetUtcNow().AddHours(1):O}}",{{Keys}}}""");

        await _session.SignAsync(Settings);
        await _session.SignAsync(Settings);
        Assert.Equal(1, Runs);

        _clock.Advance(TimeSpan.FromMinutes(56));
        await _session.SignAsync(Settings);
        Assert.Equal(2, Runs);
    }

    [UnixFact]
    public async Task Keys_without_an_end_are_asked_for_again_after_minutes_so_that_rotated_ones_arrive()
    {
        WriteProcess($$"""{ {{Keys}} }""");

        await _session.SignAsync(Settings);
        await _session.SignAsync(Settings);
        Assert.Equal(1, Runs);

        _clock.Advance(TimeSpan.FromMinutes(5));
        await _session.SignAsync(Settings);
        Assert.Equal(2, Runs);
    }

    [UnixFact]
    public async Task A_changed_command_counts_at_once()
    {
        WriteProcess($$"""{ {{Keys}} }""");
        await _session.SignAsync(Settings);

        WriteProcess("""{"Version":1,"AccessKeyId":"AKIDOTHER","SecretAccessKey":"s"}""", "other.json");

        Assert.Equal("AKIDOTHER", (await _session.SignAsync(Settings)).AccessKey);
    }

    [UnixTheory]
    [InlineData("""{"Version":2,"AccessKeyId":"hunter2secret","SecretAccessKey":"hunter2secret"}""")]
    [InlineData("""{"Version":1,"AccessKeyId":"hunter2secret"}""")]
    [InlineData("""{"Version":1,"SecretAccessKey":"hunter2secret","Expiration":"hunter2secret"}""")]
    [InlineData("hunter2secret")]
    public async Task What_it_prints_is_never_told(string output)
    {
        WriteProcess(output);

        BedrockException error = await _session.FailAsync(Settings);

        Assert.Equal(ClientErrorCode.InvalidCredentials, error.ErrorCode);
        Assert.Contains("profile 'p'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    private static string Keys => $"\"Version\":1,\"AccessKeyId\":\"AKIDPROCESS\",\"SecretAccessKey\":\"{Secret}\"";

    private void WriteProcess(string output, string file = "keys.json")
    {
        string log = Path.Combine(Folder.Path, "log");
        string json = Folder.Write(file, output);
        WriteConfig($"[profile p]\ncredential_process = sh -c 'echo run >> {log}; cat {json}'\n");
    }
}
