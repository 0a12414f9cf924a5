using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;
using BedrockPS.TestServers;

namespace BedrockPS.Aws.Tests.Sso;

public sealed class SsoAddressTests : SsoTest
{
    private static readonly AwsSettings Local = new() { ProfileName = "local" };

    public SsoAddressTests()
    {
        Set("AWS_ENDPOINT_URL_SSO", null);
        Set("AWS_ENDPOINT_URL_SSO_OIDC", null);
    }

    [Fact]
    public async Task The_services_of_a_profile_say_where_to_renew_a_token_and_where_to_get_keys()
    {
        WriteLocal($"services = mine\n[services mine]\nsso =\n  endpoint_url = {Server.Uri}\n"
            + $"sso_oidc =\n  endpoint_url = {Server.Uri}\n");
        Write(SessionFile, SignedIn(-1));

        CaughtRequest signed = await Timed.SignAsync(Local);

        Assert.Equal(Server.AccessKey, signed.AccessKey);
        Assert.Equal(2, Server.Requests.Count);
    }

    [Fact]
    public async Task An_address_that_would_get_tokens_in_clear_text_is_refused_and_its_profile_named()
    {
        WriteLocal("endpoint_url = http://sso.example");
        Write(SessionFile, SignedIn(30));

        BedrockException error = await Timed.FailAsync(Local);

        Assert.Equal(ClientErrorCode.InvalidRequest, error.ErrorCode);
        Assert.Contains("'http://sso.example' in profile 'local'", error.Message, StringComparison.Ordinal);
    }

    private void WriteLocal(string more) => WriteConfig(
        $"""
        [sso-session corp]
        sso_region = eu-central-1
        sso_start_url = https://corp.example/start#/
        [profile local]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Reader
        {more}
        """);
}
