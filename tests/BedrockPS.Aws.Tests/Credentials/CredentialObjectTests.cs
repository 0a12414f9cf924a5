using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Credentials;

public sealed class CredentialObjectTests : EnvironmentTest
{
    [Fact]
    public async Task An_object_comes_after_keys_and_profile_and_before_the_environment()
    {
        WriteCredentials("[named]\naws_access_key_id = AKIDNAMED\naws_secret_access_key = s\n");
        Set("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT");
        Set("AWS_SECRET_ACCESS_KEY", "s");
        AwsSettings settings = new()
        {
            AccessKey = "AKIDEXPLICIT",
            SecretKey = "s",
            ProfileName = "named",
            Credential = new Keys(_ => new AwsKeys("AKIDOBJECT", "s")),
        };

        Assert.Equal("AKIDEXPLICIT", (await Gateway.SignAsync(settings)).AccessKey);
        settings = settings with { AccessKey = null, SecretKey = null };
        Assert.Equal("AKIDNAMED", (await Gateway.SignAsync(settings)).AccessKey);
        Assert.Equal("AKIDOBJECT", (await Gateway.SignAsync(settings with { ProfileName = null })).AccessKey);
    }

    [Fact]
    public async Task Its_keys_are_read_anew_for_each_request()
    {
        int reads = 0;
        Keys source = new(_ => new AwsKeys($"AKIDREAD{++reads}", $"secret{reads}", $"token{reads}"));
        CatchingHandler end = new();
        AwsSettings settings = new() { Credential = source };
        using HttpMessageInvoker signer = new(Gateway.CreateSigner(settings, Sending.Region, end));
        for (int i = 0; i < 2; i++)
        {
            using HttpRequestMessage request = Sending.Post("/model/m/converse");
            using HttpResponseMessage response = await signer.SendAsync(request, CancellationToken.None);
        }

        Assert.Equal(["AKIDREAD1", "AKIDREAD2"], end.Requests.Select(request => request.AccessKey));
        Assert.Equal("token2", end.Requests[1].Header("x-amz-security-token"));
        SignatureV4.AssertValid(end.Requests[1], "secret2");
    }

    [Fact]
    public async Task Its_error_passes_as_it_is()
    {
        BedrockException cause = new(ClientErrorCode.InvalidCredentials, "gone");

        BedrockException error = await Gateway.FailAsync(new AwsSettings { Credential = new Keys(_ => throw cause) });

        Assert.Same(cause, error);
    }

    private sealed class Keys(Func<CancellationToken, AwsKeys> read) : IAwsKeySource
    {
        public string Name => "-Credential";

        public Task<AwsKeys> ReadKeysAsync(CancellationToken token) => Task.FromResult(read(token));
    }
}
