using BedrockPS.Aws.Credentials;

namespace BedrockPS.Aws.Sts;

/// <summary>What to do about a role that STS does not give.</summary>
internal static class StsAdvice
{
    public static string OfRole(StsException failure, RoleRequest role, FoundCredentials source, StsClient sts) =>
        failure.Code switch
        {
            "AccessDenied" when IsWrongCode(failure) =>
                "Wait for the device's next code and run the command again: each code is good for once.",
            "AccessDenied" =>
                $"The trust policy of {role.Arn} must allow sts:AssumeRole to whoever {source.Origin} is"
                + Conditions(role) + ", and if that is in another account or has a permissions boundary, its own "
                + "policies must allow it too.",
            "ExpiredToken" or "ExpiredTokenException" =>
                $"The keys of {source.Origin} have expired: renew them, then run the command again.",
            "SignatureDoesNotMatch" when IsWrongTime(failure) =>
                "The clock of this machine is off by more than AWS accepts: set it.",
            "InvalidClientTokenId" or "SignatureDoesNotMatch" or "UnrecognizedClientException" =>
                $"The keys of {source.Origin} are wrong, disabled or deleted: put valid ones there.",
            _ => General(failure, sts),
        };

    public static string OfWebIdentity(StsException failure, RoleRequest role, string tokenFile, StsClient sts) =>
        failure.Code switch
        {
            "AccessDenied" =>
                $"The trust policy of {role.Arn} must allow sts:AssumeRoleWithWebIdentity to the issuer and the "
                + $"subject of the token in '{tokenFile}'.",
            "ExpiredToken" or "ExpiredTokenException" =>
                $"The token in '{tokenFile}' has expired: whoever writes that file has to renew it.",
            "InvalidIdentityToken" or "IDPRejectedClaim" =>
                $"The account of the role must know the issuer of the token in '{tokenFile}' as an identity provider.",
            _ => General(failure, sts),
        };

    private static string General(StsException failure, StsClient sts) => failure.Code switch
    {
        "RegionDisabledException" =>
            $"STS is not active in {sts.Region} for that account: set another region in the profile, or activate it.",
        null => "Check the network, the proxy (HTTPS_PROXY) and AWS_ENDPOINT_URL_STS.",
        _ => "Check the role's settings in the profile.",
    };

    private static string Conditions(RoleRequest role) => (role.ExternalId, role.MfaSerial) switch
    {
        (null, null) => string.Empty,
        (null, _) => ", under conditions that the MFA device meets",
        (_, null) => ", under conditions that the external id meets",
        _ => ", under conditions that the external id and the MFA device meet",
    };

    private static bool IsWrongTime(StsException failure) =>
        failure.Message.StartsWith("Signature expired", StringComparison.Ordinal)
        || failure.Message.StartsWith("Signature not yet current", StringComparison.Ordinal);

    private static bool IsWrongCode(StsException failure) =>
        failure.Message.Contains("MultiFactorAuthentication failed", StringComparison.OrdinalIgnoreCase);
}
