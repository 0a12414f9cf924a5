using System.Management.Automation.Host;

namespace BedrockPS.Session;

/// <summary>Whether a person is there to be asked: a runbook that waits for one would wait for ever.</summary>
internal static class HostInteraction
{
    private const string Switch = "-noninteractive";

    // The shortest abbreviation that pwsh takes for the switch.
    private const int ShortestSwitch = 5;

    /// <summary>Whether the host can ask, and somebody can answer.</summary>
    public static bool IsInteractive(PSHost host) =>
        Environment.UserInteractive
        && host.UI?.RawUI is not null
        && host.Name is not ("Default Host" or "ServerRemoteHost")
        && (host.Name != "ConsoleHost" || IsConsoleInteractive());

    // The switch is the console's: a host with windows of its own may run in a pwsh that was started with it.
    private static bool IsConsoleInteractive() =>
        !Console.IsInputRedirected && !Environment.GetCommandLineArgs().Any(IsNonInteractive);

    /// <summary>Whether an argument of pwsh turns questions off; it takes any beginning that is no other's.</summary>
    internal static bool IsNonInteractive(string argument)
    {
        string normal = argument.Replace('/', '-').Replace("--", "-", StringComparison.Ordinal);
        return normal.Length >= ShortestSwitch && Switch.StartsWith(normal, StringComparison.OrdinalIgnoreCase);
    }
}
