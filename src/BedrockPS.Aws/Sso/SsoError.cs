using BedrockPS.Aws.SignIn;
using BedrockPS.Http;

namespace BedrockPS.Aws.Sso;

/// <summary>The errors of IAM Identity Center, each with what to do about it.</summary>
internal static class SsoError
{
    public static BedrockException NotSso(string profile) => new(
        ClientErrorCode.InvalidCredentials,
        $"The profile '{profile}' is not one of IAM Identity Center: it has neither 'sso_session' nor 'sso_start_url'. "
        + $"Name one that is, or make it with 'aws configure sso --profile {profile}'.");

    public static BedrockException Incomplete(string profile, string missing) => new(
        ClientErrorCode.InvalidCredentials,
        $"The profile '{profile}' signs in through IAM Identity Center, but {missing} is missing. Add it, or make the "
        + $"profile anew with 'aws configure sso --profile {profile}'.");

    public static BedrockException NoUrl(string profile, string startUrl) => new(
        ClientErrorCode.InvalidCredentials,
        $"The profile '{profile}' has the sso_start_url '{startUrl}', which is not a URL; such ones look like "
        + "'https://d-1234567890.awsapps.com/start'.");

    public static BedrockException SignInRequired(SsoProfile profile, ServiceFailure? reason, bool isRevoked = false)
    {
        // One that looks good here would be taken for good by Connect-BRSso as well.
        string force = isRevoked ? " -Force" : string.Empty;
        string why = reason is null ? string.Empty : $" ({reason.Summary})";
        string message = $"The profile '{profile.Name}' has no sign-in to {Place(profile)} that is in force{why}. "
            + $"Sign in with 'aws sso login --profile {profile.Name}' or "
            + $"'Connect-BRSso -ProfileName {profile.Name}{force}'.";
        return reason?.ToException(ClientErrorCode.SignInRequired, message)
            ?? new BedrockException(ClientErrorCode.SignInRequired, message);
    }

    public static BedrockException NobodyToShow(SsoProfile profile) => new(
        ClientErrorCode.SignInRequired,
        $"A sign-in to {Place(profile)} takes a person, and this host is not interactive. Sign in as the same user of "
        + $"this machine in an interactive shell, with 'Connect-BRSso -ProfileName {profile.Name}' or 'aws sso login "
        + $"--profile {profile.Name}'; a script that runs by itself is better off with a role.");

    public static BedrockException Unrenewed(SsoProfile profile, ServiceFailure reason) => reason.ToException(
        ClientErrorCode.InvalidCredentials,
        $"The sign-in of profile '{profile.Name}' to {Place(profile)} is over and could not be renewed: "
        + $"{reason.Summary}. {TryAgain(profile)}");

    public static BedrockException NoKeys(SsoProfile profile, SsoRole role, ServiceFailure reason) =>
        reason.ToException(
            ClientErrorCode.InvalidCredentials,
            $"IAM Identity Center gave profile '{profile.Name}' no keys for role '{role.Name}' in account "
            + $"'{role.AccountId}': {reason.Summary}. {Advice(reason, profile)}");

    public static BedrockException SignInFailed(SsoProfile profile, ServiceFailure reason) => reason.ToException(
        ClientErrorCode.InvalidCredentials,
        $"The sign-in of profile '{profile.Name}' to {Place(profile)} failed: {reason.Summary}. "
        + AdviceOfSignIn(reason, profile));

    public static BedrockException Unwritten(SsoProfile profile, Exception cause) => new(
        ClientErrorCode.InvalidCredentials,
        $"The sign-in succeeded, but it cannot be kept in '{profile.CacheFile}': {cause.Message}");

    private static string Place(SsoProfile profile) => $"IAM Identity Center ('{profile.SessionName}')";

    private static string TryAgain(SsoProfile profile) =>
        $"Try again; check the network, the proxy and sso_region '{profile.Region}'.";

    // What the portal answers to a role that exists but is not the user's is 'ForbiddenException: No access'.
    private static string Advice(ServiceFailure reason, SsoProfile profile) => reason.StatusCode is 403 or 404
        ? "Check the profile's sso_account_id and sso_role_name, and that the permission set is assigned to whoever is "
            + $"signed in; 'Connect-BRSso -ProfileName {profile.Name} -Force' signs in as another."
        : TryAgain(profile);

    private static string AdviceOfSignIn(ServiceFailure reason, SsoProfile profile) =>
        reason.Is(OidcClient.ExpiredToken) ? "The code was not confirmed in time: start again."
        : reason.Is(OidcClient.AccessDenied) ? "It was declined in the browser: start again, as whoever may use it."
        : $"Check sso_start_url '{profile.StartUrl}' and sso_region '{profile.Region}'.";
}
