namespace BedrockPS;

/// <summary>The keys that a local endpoint knows; they open nothing else.</summary>
public static class LocalCredentials
{
    /// <summary>The access key id that the endpoint accepts.</summary>
    public const string AccessKey = "AKIDLOCALENDPOINT001";

    /// <summary>The secret key that belongs to it.</summary>
    public const string SecretKey = "local/secret/for/the/embedded/endpoint00";

    /// <summary>The API key that the endpoint accepts instead of a signature.</summary>
    public const string ApiKey = "bedrock-api-key-of-the-local-endpoint";
}
