using Amazon.Runtime;

namespace Amazon.PowerShell.Common;

/// <summary>Shaped as the class of this name in AWS.Tools: what it wraps cannot be reached from outside.</summary>
public sealed class AWSPSCredentials
{
    internal AWSPSCredentials(AWSCredentials credentials) => Credentials = credentials;

    internal AWSCredentials Credentials { get; }
}
