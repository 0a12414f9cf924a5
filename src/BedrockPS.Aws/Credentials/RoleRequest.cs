using System.Globalization;
using Amazon.Runtime.CredentialManagement;
using BedrockPS.Aws.Profiles;

namespace BedrockPS.Aws.Credentials;

/// <summary>What a profile says of the role that it assumes.</summary>
/// <param name="Arn">The role.</param>
/// <param name="SessionName">The name of the session in the account's logs; null where the profile leaves it.</param>
internal sealed record RoleRequest(string Arn, string? SessionName)
{
    /// <summary>The secret-like word that the role's owner has agreed on with a third party.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The MFA device whose code is to go with the request.</summary>
    public string? MfaSerial { get; init; }

    /// <summary>How long the keys are to be good; null for the service's hour.</summary>
    public int? DurationSeconds { get; init; }

    /// <summary>A digest of all that makes this request another one.</summary>
    public string Identity => Digest.Of(
        "role", Arn, SessionName, ExternalId, MfaSerial, DurationSeconds?.ToString(CultureInfo.InvariantCulture));

    public static RoleRequest Of(CredentialProfile profile)
    {
        CredentialProfileOptions options = profile.Options;
        return new RoleRequest(options.RoleArn, Text.OrNull(options.RoleSessionName))
        {
            ExternalId = Text.OrNull(options.ExternalID),
            MfaSerial = Text.OrNull(options.MfaSerial),
            DurationSeconds = ReadDuration(profile),
        };
    }

    private static int? ReadDuration(CredentialProfile profile)
    {
        string? text = ProfileProperty.Find(profile, "duration_seconds");
        if (text is null)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            ? seconds
            : throw AwsError.Unusable(
                ProfileCredentials.OriginOf(profile), $"its duration_seconds is '{text}', which is not a number.");
    }
}
