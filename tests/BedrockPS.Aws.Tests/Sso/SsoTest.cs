using System.Globalization;
using System.Text.Json.Nodes;
using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.TestServers;

namespace BedrockPS.Aws.Tests.Sso;

/// <summary>A test with an IAM Identity Center on loopback, a home folder, and a clock of its own.</summary>
public abstract class SsoTest : EnvironmentTest
{
    protected const string ClientSecret = "secret-of-the-client";

    private const string StartUrl = "https://corp.example/start#/";

    protected SsoTest()
    {
        Server = new SsoServer(Clock);
        Timed = Staged.Open(Clock);
        Set("HOME", Folder.Path);
        Set("AWS_ENDPOINT_URL_SSO", Server.Uri.ToString());
        Set("AWS_ENDPOINT_URL_SSO_OIDC", Server.Uri.ToString());
        WriteConfig(
            $"""
            [profile ops]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = Reader
            [profile old]
            sso_start_url = {StartUrl}
            sso_region = eu-west-1
            sso_account_id = 444455556666
            sso_role_name = Old Role
            [sso-session corp]
            sso_region = eu-central-1
            sso_start_url = {StartUrl}
            sso_registration_scopes = sso:account:access, other:scope
            [profile keys]
            aws_access_key_id = AKID
            aws_secret_access_key = secret
            """);
    }

    protected SsoServer Server { get; }

    internal ManualClock Clock { get; } = new();

    /// <summary>A gateway of that clock.</summary>
    protected IAwsGateway Timed { get; }

    /// <summary>The file of the session, under the name that <c>printf %s corp | sha1sum</c> gives.</summary>
    protected string SessionFile => CacheFile("ee0bfd2552fbd840c02cc48b6e823320543c450f");

    /// <summary>The file of the profile without a session, after its start URL.</summary>
    protected string OldFile => CacheFile("4bd1ad85f090cafd5b20cf3faba184715dd539f9");

    public override void Dispose()
    {
        Server.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A sign-in as a program has left it, which ends in so many minutes.</summary>
    protected JsonObject SignedIn(double minutes) => new()
    {
        ["startUrl"] = StartUrl,
        ["region"] = "eu-central-1",
        ["accessToken"] = Server.AccessToken,
        ["expiresAt"] = Time(minutes),
        ["clientId"] = "client",
        ["clientSecret"] = ClientSecret,
        ["registrationExpiresAt"] = Time(100_000),
        ["refreshToken"] = Server.RefreshToken,
        ["ofAnotherProgram"] = true,
    };

    protected string Time(double minutes) => Clock.GetUtcNow().AddMinutes(minutes)
        .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    protected static void Write(string file, JsonObject json)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, json.ToJsonString());
    }

    protected static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(file))!.AsObject();

    protected static JsonObject Body(CaughtRequest request) => JsonNode.Parse(request.Body)!.AsObject();

    private string CacheFile(string name) => Path.Combine(Folder.Path, ".aws", "sso", "cache", $"{name}.json");
}
