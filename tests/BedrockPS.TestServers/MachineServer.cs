namespace BedrockPS.TestServers;

/// <summary>Stands for the metadata of an instance with a role, and for a container's endpoint as well.</summary>
public static class MachineServer
{
    /// <summary>Starts a server that has keys.</summary>
    public static LoopbackServer Start(string accessKey, string secretKey, string expires = "2999-01-01T00:00:00Z") =>
        new(request => new LoopbackReply(
            request.Path.EndsWith("/api/token", StringComparison.Ordinal) ? "imds-token"
            : request.Path.EndsWith("/security-credentials/", StringComparison.Ordinal) ? "role"
            : Keys(accessKey, secretKey, expires)));

    /// <summary>The answer that holds keys.</summary>
    public static string Keys(string accessKey, string secretKey, string expires) =>
        $$"""
        {"Code":"Success","AccessKeyId":"{{accessKey}}","SecretAccessKey":"{{secretKey}}","Token":null,
        "Expiration":"{{expires}}"}
        """;
}
