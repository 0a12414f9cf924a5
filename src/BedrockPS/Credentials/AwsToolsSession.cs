using System.Management.Automation;
using BedrockPS.Access;

namespace BedrockPS.Credentials;

/// <summary>What Set-AWSCredential and Set-DefaultAWSRegion have stored in the session of AWS.Tools.</summary>
internal static class AwsToolsSession
{
    /// <summary>The variable that Set-AWSCredential sets.</summary>
    public const string CredentialsVariable = "StoredAWSCredentials";

    /// <summary>The variable that Set-DefaultAWSRegion sets.</summary>
    public const string RegionVariable = "StoredAWSRegion";

    /// <summary>The stored credentials; null where there are none.</summary>
    public static IAwsKeySource? FindCredentials(PSVariableIntrinsics variables) =>
        variables.GetValue(CredentialsVariable) is { } stored && Conversion.Unwrapped.Of(stored) is { } item
            ? AwsSdkCredentials.Find(item, "$" + CredentialsVariable)
            : null;

    /// <summary>The stored region; null where there is none.</summary>
    public static string? FindRegion(PSVariableIntrinsics variables) =>
        Conversion.Unwrapped.Of(variables.GetValue(RegionVariable)) as string is { Length: > 0 } region ? region : null;
}
