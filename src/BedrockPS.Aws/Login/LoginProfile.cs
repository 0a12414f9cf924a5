using System.Security.Cryptography;
using System.Text;
using BedrockPS.Aws.Endpoints;
using BedrockPS.Aws.Profiles;

namespace BedrockPS.Aws.Login;

/// <summary>What a profile says of a session that <c>aws login</c> began.</summary>
/// <param name="Name">The profile.</param>
/// <param name="Session">The <c>login_session</c>: the ARN of whoever logged in.</param>
/// <param name="Region">The region to renew it in; null where nobody names one.</param>
internal sealed record LoginProfile(string Name, string Session, string? Region)
{
    private const string FolderVariable = "AWS_LOGIN_CACHE_DIRECTORY";

    /// <summary>How the service is reached that renews it.</summary>
    public required ProfileServices Services { get; init; }

    /// <summary>The file of the session, at the place that counts at this moment.</summary>
    public string CacheFile => Path.GetFullPath(Path.Combine(Folder, Hash(Session) + ".json"));

    private static string Folder =>
        Text.OfVariable(FolderVariable) ?? Path.Combine(ProfileFiles.Home, "login", "cache");

    private static string Hash(string session) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(session))).ToLowerInvariant();
}
