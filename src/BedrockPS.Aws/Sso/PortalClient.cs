using System.Text.Json.Nodes;
using BedrockPS.Access;
using BedrockPS.Aws.Credentials;
using BedrockPS.Aws.Endpoints;
using BedrockPS.Aws.SignIn;

namespace BedrockPS.Aws.Sso;

/// <summary>The one call of IAM Identity Center's portal that keys take.</summary>
internal sealed class PortalClient(SsoProfile profile, ServiceClient client)
{
    // Not 'Authorization': the portal has a header of its own.
    private const string TokenHeader = "x-amz-sso_bearer_token";

    public async Task<TimedKeys> GetKeysAsync(SsoRole role, string accessToken, CancellationToken token)
    {
        Uri root = ServiceAddress.Find(
            profile.Services,
            "sso",
            () => PublicEndpoint.Resolve("portal.sso", profile.Region, useFips: false, useDualStack: false));
        Uri url = ServiceAddress.Operation(
            root,
            $"federation/credentials?role_name={Uri.EscapeDataString(role.Name)}"
            + $"&account_id={Uri.EscapeDataString(role.AccountId)}");
        return Read(await client.SendAsync(Request, token).ConfigureAwait(false));

        HttpRequestMessage Request()
        {
            HttpRequestMessage request = new(HttpMethod.Get, url);
            request.Headers.TryAddWithoutValidation(TokenHeader, accessToken);
            return request;
        }
    }

    private static TimedKeys Read(JsonObject answer)
    {
        JsonObject keys = answer["roleCredentials"] as JsonObject ?? throw ServiceFailure.Lacking("roleCredentials");
        return new TimedKeys(
            new AwsKeys(keys.Need("accessKeyId"), keys.Need("secretAccessKey"), keys.Need("sessionToken")),
            keys.Number("expiration") is { } expires
                ? DateTimeOffset.FromUnixTimeMilliseconds(expires)
                : throw ServiceFailure.Lacking("expiration"));
    }
}
