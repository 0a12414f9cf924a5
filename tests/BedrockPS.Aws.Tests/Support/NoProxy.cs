using System.Net;
using System.Runtime.CompilerServices;

namespace BedrockPS.Aws.Tests.Support;

/// <summary>Keeps a build agent's proxy out of talks with loopback, the SDK's own included.</summary>
internal static class NoProxy
{
    [ModuleInitializer]
    internal static void Set() => HttpClient.DefaultProxy = new WebProxy();
}
