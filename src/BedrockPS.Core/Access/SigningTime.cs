namespace BedrockPS.Access;

/// <summary>The time that a request is to be signed with: this machine's, corrected where it is wrong.</summary>
public static class SigningTime
{
    /// <summary>The option of a request that holds it; without, the signer takes this machine's time.</summary>
    public static HttpRequestOptionsKey<DateTimeOffset> Key { get; } = new("BedrockPS.SigningTime");
}
