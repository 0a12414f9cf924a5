namespace BedrockPS;

/// <summary>The one key pair that a local endpoint knows; it opens nothing else.</summary>
public static class LocalCredentials
{
    /// <summary>The access key id that the endpoint accepts.</summary>
    public const string AccessKey = "AKIDLOCALENDPOINT001";

    /// <summary>The secret key that belongs to it.</summary>
    public const string SecretKey = "local/secret/for/the/embedded/endpoint00";
}
