using System.Text.Json.Nodes;
using BedrockPS.Access;
using BedrockPS.Aws.SignIn;

namespace BedrockPS.Aws.Sso;

/// <summary>The device flow: a person confirms a code in a browser, here or on another machine (RFC 8628).</summary>
internal sealed class DeviceSignIn(SsoProfile profile, TimeProvider clock)
{
    private const int DefaultInterval = 5;
    private const int MaxInterval = 300;

    private static readonly TimeSpan SlowDown = TimeSpan.FromSeconds(5);

    private readonly OidcClient _oidc = new(profile, new ServiceClient(profile.Services, clock));

    /// <summary>Waits for the person, and gives the content of the cache's file.</summary>
    /// <exception cref="ServiceFailure">The service or the person refused, or the code ran out.</exception>
    public async Task<JsonObject> RunAsync(Action<SsoDeviceCode> show, CancellationToken token)
    {
        JsonObject registration = Kept(await _oidc.RegisterAsync(token).ConfigureAwait(false));
        JsonObject device = await _oidc.AuthorizeDeviceAsync(registration, token).ConfigureAwait(false);
        SsoDeviceCode code = Read(device);
        show(code);
        JsonObject answer = await PollAsync(registration, device, code.Expires, token).ConfigureAwait(false);
        return new SsoSession(profile, clock).Renewed(registration, answer);
    }

    // As the AWS CLI keeps it: a renewal takes the registration that the sign-in was made with.
    private static JsonObject Kept(JsonObject registration) => new()
    {
        ["clientId"] = registration.Need("clientId"),
        ["clientSecret"] = registration.Need("clientSecret"),
        ["registrationExpiresAt"] = JsonMembers.ToText(registration.NeedTimeIn(
            "clientSecretExpiresAt", DateTimeOffset.UnixEpoch)),
    };

    private SsoDeviceCode Read(JsonObject device)
    {
        Uri page = Address(device.Need("verificationUri"));
        return new SsoDeviceCode(
            page,
            device.Text("verificationUriComplete") is { } complete ? Address(complete) : page,
            CodeIn(device),
            device.NeedTimeIn("expiresIn", clock.GetUtcNow()));
    }

    // It is shown on a terminal, which would obey control characters.
    private static string CodeIn(JsonObject device) => device.Need("userCode") is var code && !code.Any(char.IsControl)
        ? code
        : throw ServiceFailure.Lacking("userCode");

    // It is handed to the shell to be opened, which would start other things than browsers too.
    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw ServiceFailure.Lacking("verificationUri");

    private async Task<JsonObject> PollAsync(
        JsonObject registration, JsonObject device, DateTimeOffset expires, CancellationToken token)
    {
        string deviceCode = device.Need("deviceCode");
        TimeSpan interval = TimeSpan.FromSeconds(
            device.Number("interval") is { } given and > 0 and < MaxInterval ? given : DefaultInterval);
        while (clock.GetUtcNow() + interval <= expires)
        {
            await Task.Delay(interval, clock, token).ConfigureAwait(false);
            try
            {
                return await _oidc.PollAsync(registration, deviceCode, token).ConfigureAwait(false);
            }
            catch (ServiceFailure failure) when (failure.Is(OidcClient.Pending))
            {
            }
            catch (ServiceFailure failure) when (failure.Is(OidcClient.SlowDown) || failure.IsTransient)
            {
                interval += SlowDown;
            }
        }

        throw new ServiceFailure("the code ran out", OidcClient.ExpiredToken);
    }
}
