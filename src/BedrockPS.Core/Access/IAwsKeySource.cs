namespace BedrockPS.Access;

/// <summary>Something that has keys, asked anew at each signing because temporary keys change.</summary>
public interface IAwsKeySource
{
    /// <summary>What the user calls the place, such as <c>-Credential</c>; for messages.</summary>
    string Name { get; }

    /// <summary>The keys to sign with now.</summary>
    /// <exception cref="BedrockException"><c>InvalidCredentials</c>: the source gives no usable keys.</exception>
    Task<AwsKeys> ReadKeysAsync(CancellationToken token);
}
