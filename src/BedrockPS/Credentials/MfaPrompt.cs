using System.Management.Automation;
using System.Management.Automation.Host;
using BedrockPS.Access;
using BedrockPS.Http;

namespace BedrockPS.Credentials;

/// <summary>Asks the person at the host for the code of an MFA device.</summary>
internal static class MfaPrompt
{
    /// <summary>Asks, and answers whoever waits for the code; called on the pipeline thread.</summary>
    public static void Answer(PSHost host, MfaChallenge challenge, TaskCompletionSource<string> waiting)
    {
        try
        {
            waiting.SetResult(Ask(host, challenge));
        }
        catch (PipelineStoppedException)
        {
            waiting.SetCanceled();
            throw;
        }
        catch (Exception e)
        {
            waiting.SetException(new BedrockException(
                ClientErrorCode.InvalidCredentials,
                $"The MFA code for profile '{challenge.ProfileName}' could not be asked for: {e.Message}"));
        }
    }

    // What is typed is not shown.
    private static string Ask(PSHost host, MfaChallenge challenge)
    {
        host.UI.Write($"MFA code of {challenge.SerialNumber} for profile '{challenge.ProfileName}': ");
        return SecretText.Of(host.UI.ReadLineAsSecureString())?.Trim() ?? string.Empty;
    }
}
