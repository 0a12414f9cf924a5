using System.Diagnostics;
using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Credentials;

public sealed class CancellationTests : EnvironmentTest
{
    // The SDK gives up on a silent endpoint after 16 seconds at the earliest, and on a silent process never.
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(5);

    [UnixFact]
    public async Task A_hanging_credential_process_is_left_at_once()
    {
        using HangingProcess process = new(Folder);
        WriteConfig($"[profile p]\ncredential_process = {process.CommandLine}\n");

        await AssertLeftAtOnceAsync(Gateway, new AwsSettings { ProfileName = "p" }, process.RunsAsync());
    }

    [UnixFact]
    public async Task A_process_that_hung_does_not_stand_in_the_way_of_the_next_request()
    {
        using HangingProcess process = new(Folder);
        WriteConfig($"[profile p]\ncredential_process = {process.CommandLine}\n");
        AwsSettings settings = new() { ProfileName = "p" };
        using HttpMessageInvoker signer = new(Gateway.CreateSigner(settings, Sending.Region, new CatchingHandler()));
        using CancellationTokenSource stop = new();
        using HttpRequestMessage request = Sending.Post("/model/m/converse");

        Task first = signer.SendAsync(request, stop.Token);
        await process.RunsAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(Promptly));
        WriteConfig("[profile p]\naws_access_key_id = AKID\naws_secret_access_key = s\n");

        using HttpResponseMessage second = await signer.SendAsync(request, CancellationToken.None).WaitAsync(Promptly);
        Assert.True(second.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_silent_metadata_endpoint_is_left_at_once()
    {
        using SilentServer server = new();
        AskMetadata(server.Uri);

        await AssertLeftAtOnceAsync(FreshGateway(), new AwsSettings(), server.Reached);
    }

    [Fact]
    public async Task A_silent_metadata_endpoint_has_a_limit_of_its_own()
    {
        using SilentServer server = new();
        AskMetadata(server.Uri);
        Set("AWS_METADATA_SERVICE_TIMEOUT", "0.2");

        BedrockException error = await FreshGateway().FailAsync(new AwsSettings()).WaitAsync(Promptly);

        Assert.Equal(ClientErrorCode.CredentialsNotFound, error.ErrorCode);
        Assert.Contains("0.2 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_container_endpoint_has_the_same_limit()
    {
        using SilentServer server = new();
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.Uri.ToString());
        Set("AWS_METADATA_SERVICE_TIMEOUT", "0.2");

        BedrockException error = await Gateway.FailAsync(new AwsSettings()).WaitAsync(Promptly);

        Assert.Equal(ClientErrorCode.InvalidCredentials, error.ErrorCode);
        Assert.Contains("no answer in 0.2 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_that_is_turned_off_is_not_asked()
    {
        using SilentServer server = new();
        AskMetadata(server.Uri);
        Set("AWS_EC2_METADATA_DISABLED", "TRUE");

        await FreshGateway().FailAsync(new AwsSettings()).WaitAsync(Promptly);

        Assert.False(server.Reached.IsCompleted);
    }

    private void AskMetadata(Uri endpoint)
    {
        Set("AWS_EC2_METADATA_DISABLED", null);
        Set("AWS_EC2_METADATA_SERVICE_ENDPOINT", endpoint.ToString().TrimEnd('/'));
    }

    // The SDK keeps the endpoint of its first question for as long as it lives.
    private IAwsGateway FreshGateway() => AwsGatewayLoader.Open(Staged.Copy(Folder.Path));

    private static async Task AssertLeftAtOnceAsync(IAwsGateway gateway, AwsSettings settings, Task hangs)
    {
        using HttpMessageInvoker signer = new(gateway.CreateSigner(settings, Sending.Region, new CatchingHandler()));
        using CancellationTokenSource stop = new();
        using HttpRequestMessage request = Sending.Post("/model/m/converse");
        Task sending = signer.SendAsync(request, stop.Token);
        await hangs.WaitAsync(Promptly);

        Stopwatch clock = Stopwatch.StartNew();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.WaitAsync(Promptly));
        Assert.InRange(clock.ElapsedMilliseconds, 0, 1000);
    }
}
