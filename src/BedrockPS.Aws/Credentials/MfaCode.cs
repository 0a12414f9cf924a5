using Amazon.Runtime.CredentialManagement;
using BedrockPS.Access;

namespace BedrockPS.Aws.Credentials;

/// <summary>The code of the device that a role asks for, which only a person can know.</summary>
internal static class MfaCode
{
    /// <summary>Asks once; null where the profile has no device.</summary>
    public static async Task<string?> AskAsync(
        CredentialProfile profile,
        Func<MfaChallenge, CancellationToken, Task<string>>? askAsync,
        CancellationToken token)
    {
        if (Text.OrNull(profile.Options.MfaSerial) is not { } device)
        {
            return null;
        }

        string origin = ProfileCredentials.OriginOf(profile);
        if (askAsync is null)
        {
            throw AwsError.NobodyToAsk(origin, profile.Name, device);
        }

        try
        {
            string code = await askAsync(new MfaChallenge(profile.Name, device), token).ConfigureAwait(false);
            return Text.OrNull(code) ?? throw AwsError.NoCode(origin, device);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw AwsError.NoCode(origin, device);
        }
    }
}
