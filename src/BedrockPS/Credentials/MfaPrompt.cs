using System.Management.Automation.Host;
using BedrockPS.Access;

namespace BedrockPS.Credentials;

/// <summary>Asks the person at the host for the code of an MFA device.</summary>
internal static class MfaPrompt
{
    /// <summary>The code as it was typed, which is not shown; called on the pipeline thread.</summary>
    public static string Ask(PSHost host, MfaChallenge challenge)
    {
        host.UI.Write($"MFA code of {challenge.SerialNumber} for profile '{challenge.ProfileName}': ");
        return SecretText.Of(host.UI.ReadLineAsSecureString())?.Trim() ?? string.Empty;
    }
}
