using BedrockPS.Isolation;

namespace BedrockPS.Access;

/// <summary>Brings in the assembly that knows AWSSDK.Core, in a load context that no other module sees.</summary>
public static class AwsGatewayLoader
{
    private static readonly IsolatedAssembly Gateway =
        new("BedrockPS.Aws", "BedrockPS.Aws.AwsGateway", "AWSSDK.Core.dll");

    /// <summary>A new gateway, of assemblies that are loaded once a process, on the first call.</summary>
    /// <param name="directory">Where <c>BedrockPS.Aws.dll</c> and <c>AWSSDK.Core.dll</c> lie.</param>
    /// <exception cref="FileNotFoundException">One of the two is missing: the module is incomplete.</exception>
    public static IAwsGateway Open(string directory) => (IAwsGateway)Gateway.Create(directory);
}
