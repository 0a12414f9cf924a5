using System.Management.Automation;
using BedrockPS.Access;
using BedrockPS.Session;

namespace BedrockPS.Credentials;

/// <summary>
/// Who proves a call: whom the call names, else this module's session, else AWS.Tools' session, else the environment.
/// </summary>
/// <param name="Settings">What is left for the search behind the waist to find.</param>
/// <param name="ApiKey">The key that is presented instead; null where the call is signed.</param>
internal sealed record CredentialChoice(AwsSettings Settings, ApiKey? ApiKey)
{
    /// <summary>Chooses; nobody is asked for keys yet.</summary>
    /// <param name="call">What the parameters say.</param>
    /// <param name="defaults">What Set-BRDefault said.</param>
    /// <param name="variables">The caller's variables, among them those of AWS.Tools.</param>
    public static CredentialChoice Make(AwsSettings call, SessionDefaults defaults, PSVariableIntrinsics variables)
    {
        AwsSettings settings = WithRegion(call, defaults, variables) with
        {
            ProfileLocation = call.ProfileLocation ?? defaults.ProfileLocation,
        };
        if (call.NamesCredentials)
        {
            return new CredentialChoice(settings, null);
        }

        if (defaults.NamesCredentials)
        {
            settings = settings with
            {
                ProfileName = defaults.ProfileName,
                ProfileNamedBy = "Set-BRDefault -ProfileName",
                Credential = defaults.Credential,
            };
            return new CredentialChoice(settings, ApiKey.Of(defaults.ApiKey));
        }

        return AwsToolsSession.FindCredentials(variables) is { } stored
            ? new CredentialChoice(settings with { Credential = stored }, null)
            : new CredentialChoice(settings, ApiKey.OfEnvironment());
    }

    private static AwsSettings WithRegion(
        AwsSettings call, SessionDefaults defaults, PSVariableIntrinsics variables) =>
        call.Region is not null ? call
        : defaults.Region is { } ours ? call with { Region = ours, RegionNamedBy = "Set-BRDefault -Region" }
        : AwsToolsSession.FindRegion(variables) is { } theirs
            ? call with { Region = theirs, RegionNamedBy = "$" + AwsToolsSession.RegionVariable }
        : call;

    /// <summary>The handler that proves each request; it does not own the sockets.</summary>
    /// <param name="aws">Makes signers.</param>
    /// <param name="requireRegion">The region to sign for, which only a signature needs.</param>
    /// <param name="sockets">Sends.</param>
    public HttpMessageHandler Prove(IAwsGateway aws, Func<string> requireRegion, HttpMessageHandler sockets) =>
        ApiKey?.Present(sockets) ?? aws.CreateSigner(Settings, requireRegion(), sockets);
}
