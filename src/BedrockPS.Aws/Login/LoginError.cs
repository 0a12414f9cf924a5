using BedrockPS.Aws.SignIn;
using BedrockPS.Http;

namespace BedrockPS.Aws.Login;

/// <summary>The errors of sessions that <c>aws login</c> began, each with what to do about it.</summary>
internal static class LoginError
{
    public static BedrockException SignInRequired(LoginProfile profile, ServiceFailure? reason)
    {
        string why = reason is null ? string.Empty : $" ({reason.Summary})";
        string message = $"The profile '{profile.Name}' has no session '{profile.Session}' that is in force{why}. "
            + $"Sign in with 'aws login --profile {profile.Name}'.";
        return reason?.ToException(ClientErrorCode.SignInRequired, message)
            ?? new BedrockException(ClientErrorCode.SignInRequired, message);
    }

    public static BedrockException Unrenewed(LoginProfile profile, ServiceFailure reason) => reason.ToException(
        ClientErrorCode.InvalidCredentials,
        $"The session '{profile.Session}' of profile '{profile.Name}' is over and could not be renewed: "
        + $"{reason.Summary}. {Advice(reason)}");

    public static BedrockException NoRegion(LoginProfile profile) => new(
        ClientErrorCode.InvalidCredentials,
        $"The session '{profile.Session}' of profile '{profile.Name}' is to be renewed, but in which region is not "
        + "known: add 'region' to the profile, or give -Region.");

    private static string Advice(ServiceFailure reason) => reason.Is(LoginSession.InsufficientPermissions)
        ? "Whoever logged in needs the permission signin:CreateOAuth2Token."
        : "Try again; check the network, the proxy and the region of the profile.";
}
