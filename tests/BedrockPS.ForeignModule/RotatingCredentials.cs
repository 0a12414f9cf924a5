using Amazon.Runtime;

namespace Amazon.PowerShell.Common;

/// <summary>Temporary credentials that are other ones each time they are asked for.</summary>
public sealed class RotatingCredentials(string secretKey, params string[] accessKeys) : AWSCredentials
{
    /// <summary>How often the credentials were asked for.</summary>
    public int Reads { get; private set; }

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials() =>
        new(accessKeys[Math.Min(Reads++, accessKeys.Length - 1)], secretKey, "token");
}
