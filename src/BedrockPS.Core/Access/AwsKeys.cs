namespace BedrockPS.Access;

/// <summary>Keys to sign with.</summary>
/// <param name="AccessKey">The access key id.</param>
/// <param name="SecretKey">The secret that belongs to it.</param>
/// <param name="SessionToken">The session token of temporary keys; null for lasting ones.</param>
public sealed record AwsKeys(string AccessKey, string SecretKey, string? SessionToken = null)
{
    private const int ShownLength = 4;

    /// <summary>The access key id as far as it is shown: its last four characters.</summary>
    public string MaskedAccessKey => Mask(AccessKey);

    /// <summary>As the AWS CLI shows a key: enough to tell two apart, too little to use.</summary>
    public static string Mask(string accessKey) =>
        "****" + (accessKey.Length > 2 * ShownLength ? accessKey[^ShownLength..] : string.Empty);

    /// <summary>The masked id, never a secret: a record would print all of its members.</summary>
    public override string ToString() => MaskedAccessKey;
}
