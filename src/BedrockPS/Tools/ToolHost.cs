using System.Management.Automation.Host;

namespace BedrockPS.Tools;

/// <summary>What tools need of the cmdlet that runs them.</summary>
internal sealed class ToolHost
{
    public required ToolGate Gate { get; init; }

    public required ToolLimits Limits { get; init; }

    public required PSHost Host { get; init; }

    /// <summary>Tells where the session stands now, which a tool may have changed; others stand there too.</summary>
    public required Func<string> Location { get; init; }

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    public required CancellationToken Stop { get; init; }

    /// <summary>Keeps a line for -Verbose.</summary>
    public required Action<string> Note { get; init; }

    /// <summary>Writes a warning.</summary>
    public required Action<string> Warn { get; init; }

    /// <summary>Waits on the pipeline thread, which does meanwhile what others leave for it.</summary>
    public required Func<Task<ToolRun[]>, ToolRun[]> Wait { get; init; }
}
