using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;

namespace BedrockPS.Aws.Tests.Credentials;

public sealed class CredentialSourceTests : EnvironmentTest
{
    private const string Profiles =
        """
        [default]
        aws_access_key_id = AKIDDEFAULT
        aws_secret_access_key = secret-default
        [ambient]
        aws_access_key_id = AKIDAMBIENT
        aws_secret_access_key = secret-ambient
        [named]
        aws_access_key_id = AKIDNAMED
        aws_secret_access_key = secret-named
        aws_session_token = token-named
        """;

    private const string RoleKeys =
        """
        {"Code":"Success","AccessKeyId":"AKIDROLE","SecretAccessKey":"s","Token":"token-role",
        "Expiration":"2999-01-01T00:00:00Z"}
        """;

    [Fact]
    public async Task Each_source_yields_to_the_one_before_it()
    {
        AwsSettings settings = new() { AccessKey = "AKIDEXPLICIT", SecretKey = "secret", ProfileName = "named" };
        WriteCredentials(Profiles);
        Set("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT");
        Set("AWS_SECRET_ACCESS_KEY", "secret-environment");
        Set("AWS_PROFILE", "ambient");

        Assert.Equal("AKIDEXPLICIT", await KeyAsync(settings));
        settings = settings with { AccessKey = null, SecretKey = null };
        Assert.Equal("AKIDNAMED", await KeyAsync(settings));
        settings = settings with { ProfileName = null };
        Assert.Equal("AKIDENVIRONMENT", await KeyAsync(settings));
        Set("AWS_ACCESS_KEY_ID", null);
        Set("AWS_SECRET_ACCESS_KEY", null);
        Assert.Equal("AKIDAMBIENT", await KeyAsync(settings));
        Set("AWS_PROFILE", null);
        Assert.Equal("AKIDDEFAULT", await KeyAsync(settings));
    }

    [Fact]
    public async Task Session_tokens_of_every_source_are_sent_and_signed()
    {
        WriteCredentials(Profiles);
        Set("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT");
        Set("AWS_SECRET_ACCESS_KEY", "secret-environment");
        Set("AWS_SESSION_TOKEN", "token-environment");
        AwsSettings keys = new() { AccessKey = "AKID", SecretKey = "secret", SessionToken = "token-explicit" };

        await AssertTokenAsync(keys, "token-explicit", "secret");
        await AssertTokenAsync(new AwsSettings { ProfileName = "named" }, "token-named", "secret-named");
        await AssertTokenAsync(new AwsSettings(), "token-environment", "secret-environment");
    }

    [Fact]
    public async Task The_location_of_the_settings_replaces_the_environment_s_file()
    {
        WriteCredentials(Profiles);
        string location = Folder.Write("mine", Profiles.Replace("AKID", "AKIDMINE", StringComparison.Ordinal));

        Assert.Equal("AKIDMINEDEFAULT", await KeyAsync(new AwsSettings { ProfileLocation = location }));
        AwsSettings named = new() { ProfileLocation = location, ProfileName = "named" };
        Assert.Equal("AKIDMINENAMED", await KeyAsync(named));
    }

    [Fact]
    public async Task The_file_that_the_environment_points_to_now_counts()
    {
        WriteCredentials(Profiles);
        Assert.Equal("AKIDDEFAULT", await KeyAsync(new AwsSettings()));

        string other = Profiles.Replace("AKID", "AKIDOTHER", StringComparison.Ordinal);
        Set("AWS_SHARED_CREDENTIALS_FILE", Folder.Write("other", other));
        Assert.Equal("AKIDOTHERDEFAULT", await KeyAsync(new AwsSettings()));

        Set("AWS_SHARED_CREDENTIALS_FILE", Folder.Write("empty", string.Empty));
        await Gateway.FailAsync(new AwsSettings());
    }

    [UnixFact]
    public async Task A_credential_process_is_run_once_for_many_requests()
    {
        string json = Folder.Write(
            "keys.json", """{"Version":1,"AccessKeyId":"AKIDPROCESS","SecretAccessKey":"s","SessionToken":"t"}""");
        string log = Path.Combine(Folder.Path, "log");
        WriteConfig($"[profile p]\ncredential_process = sh -c 'echo run >> {log}; cat {json}'\n");
        CatchingHandler end = new();
        using HttpMessageInvoker signer = new(
            Gateway.CreateSigner(new AwsSettings { ProfileName = "p" }, Sending.Region, end));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(signer)));
        await SendAsync(signer);

        Assert.All(end.Requests, request => Assert.Equal("AKIDPROCESS", request.AccessKey));
        Assert.Single(await File.ReadAllLinesAsync(log));
    }

    [Fact]
    public async Task The_container_s_role_is_the_last_resort_but_one()
    {
        using LoopbackServer server = new(_ => new LoopbackReply(RoleKeys));
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.Uri.ToString());
        WriteConfig("[default]\nregion = eu-west-1\n");

        CaughtRequest request = await Gateway.SignAsync(new AwsSettings());

        Assert.Equal("AKIDROLE", request.AccessKey);
        Assert.Equal("token-role", request.Header("x-amz-security-token"));
    }

    [Fact]
    public async Task The_instance_s_role_is_the_last_resort()
    {
        using LoopbackServer server = new(request => new LoopbackReply(
            request.Target.EndsWith("/api/token", StringComparison.Ordinal) ? "imds-token"
            : request.Target.EndsWith("/security-credentials/", StringComparison.Ordinal) ? "role"
            : RoleKeys));
        Set("AWS_EC2_METADATA_DISABLED", null);
        Set("AWS_EC2_METADATA_SERVICE_ENDPOINT", server.Uri.ToString().TrimEnd('/'));

        // A context of its own: the SDK keeps the endpoint of its first question for as long as it lives.
        CaughtRequest request = await AwsGatewayLoader.Open(Staged.Copy(Folder.Path)).SignAsync(new AwsSettings());

        Assert.Equal("AKIDROLE", request.AccessKey);
        Assert.Equal("token-role", request.Header("x-amz-security-token"));
    }

    private static async Task<string> KeyAsync(AwsSettings settings) => (await Gateway.SignAsync(settings)).AccessKey;

    private static async Task AssertTokenAsync(AwsSettings settings, string token, string secret)
    {
        CaughtRequest request = await Gateway.SignAsync(settings);

        Assert.Equal(token, request.Header("x-amz-security-token"));
        Assert.Contains("x-amz-security-token", request.Header("Authorization"), StringComparison.Ordinal);
        SignatureV4.AssertValid(request, secret);
    }

    private static async Task SendAsync(HttpMessageInvoker signer)
    {
        using HttpRequestMessage request = Sending.Post("/model/m/converse");
        using HttpResponseMessage response = await signer.SendAsync(request, CancellationToken.None);
    }
}
