using System.Collections;
using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace BedrockPS.Tools;

/// <summary>One run of a tool in an engine: bound by name, never by text, and stopped when its time is up.</summary>
internal sealed class ToolShell : IDisposable
{
    // A session that looks away from its errors would have the model take them for success.
    private const string ShowErrors =
        "if ($ErrorActionPreference -in 'SilentlyContinue', 'Ignore') { $ErrorActionPreference = 'Continue' }";

    // Warnings come with the output: in the session's own runspace they would go past everybody to the screen. The tool
    // sees these variables, so their names are none that a user's own script would read.
    private const string Call =
        @"& $BRTool @BRArguments 3>&1 | Microsoft.PowerShell.Utility\Select-Object -First $BRMost";

    private const string Here = $"""
        param($BRTool, $BRArguments, $BRMost)
        {ShowErrors}
        {Call}
        """;

    private const string Elsewhere = $$"""
        param($BRTool, $BRArguments, $BRMost, $BRLocation)
        Set-Location -LiteralPath $BRLocation
        $BRTool = if ($BRTool.Block) { [scriptblock]::Create($BRTool.Block) } else { $BRTool.Name }
        {{Call}}
        """;

    // Ctrl+C reaches a tool in the session before it reaches the cmdlet; a tool that stops itself is nobody's Ctrl+C.
    private static readonly TimeSpan StopFollows = TimeSpan.FromSeconds(1);

    // One more than is kept tells that there were more.
    private const int Most = ToolLimits.Objects + 1;

    private readonly PowerShell _shell;
    private readonly CancellationTokenSource _time = new();
    private readonly CancellationToken _stop;

    private ToolShell(PowerShell shell, CancellationToken stop)
    {
        _shell = shell;
        _stop = stop;
    }

    /// <summary>A run in the session itself, on its own thread.</summary>
    public static ToolShell InSession(CommandTool tool, Hashtable arguments, CancellationToken stop)
    {
        PowerShell shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddScript(Here, useLocalScope: true)
            .AddArgument(tool.Target).AddArgument(arguments).AddArgument(Most);
        return new ToolShell(shell, stop);
    }

    /// <summary>A run in a runspace of a pool, beside others.</summary>
    public static ToolShell InPool(
        RunspacePool pool, string location, CommandTool tool, Hashtable arguments, CancellationToken stop)
    {
        PowerShell shell = PowerShell.Create();
        shell.RunspacePool = pool;
        Hashtable target = tool.Target is ScriptBlock block
            ? new() { ["Block"] = block.ToString() }
            : new() { ["Name"] = tool.Source is ExternalScriptInfo script ? script.Path : tool.Source.Name };
        shell.AddScript(Elsewhere, useLocalScope: true)
            .AddArgument(target).AddArgument(arguments).AddArgument(Most).AddArgument(location);
        return new ToolShell(shell, stop);
    }

    /// <summary>Runs and waits.</summary>
    public ToolRun Run(TimeSpan limit) => Run(limit, output =>
    {
        _shell.Invoke(input: null, output);
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    /// <summary>Runs beside the caller.</summary>
    public Task<ToolRun> RunAsync(TimeSpan limit) => Run(limit, output =>
        Task.Factory.FromAsync(_shell.BeginInvoke(new PSDataCollection<PSObject>(), output), _shell.EndInvoke));

    public void Dispose()
    {
        _time.Dispose();
        _shell.Dispose();
    }

    private async Task<ToolRun> Run(TimeSpan limit, Func<PSDataCollection<PSObject>, Task> invoke)
    {
        PSDataCollection<PSObject> output = [];
        long start = Stopwatch.GetTimestamp();
        string? failure = null;
        using CancellationTokenRegistration timeUp = _time.Token.Register(Stop);
        using CancellationTokenRegistration left = _stop.Register(Stop);
        try
        {
            _time.CancelAfter(limit);
            await invoke(output).ConfigureAwait(false);
        }
        catch (PipelineStoppedException)
        {
            // Whether a stop comes as an exception depends on where in the tool it came.
        }
        catch (RuntimeException e)
        {
            // Where the user's errors stop, the message of the exception is about that and not about what went wrong.
            failure = e.ErrorRecord?.ToString() ?? e.Message;
        }

        bool isStopped = _shell.InvocationStateInfo.State == PSInvocationState.Stopped;
        bool timedOut = isStopped && _time.IsCancellationRequested;
        if (_stop.IsCancellationRequested || (isStopped && !timedOut && _stop.WaitHandle.WaitOne(StopFollows)))
        {
            throw new PipelineStoppedException();
        }

        failure = timedOut ? $"stopped after {limit.TotalSeconds:0.###} seconds, which is the limit."
            : isStopped ? "it stopped itself."
            : failure;
        string[] failures = failure is null ? [] : [failure];
        return new ToolRun
        {
            Output = [.. output.Where(item => !IsWarning(item)).Take(ToolLimits.Objects)],
            IsCut = output.Count == Most,
            Errors = [.. _shell.Streams.Error.Select(error => error.ToString()), .. failures],
            Warnings = [.. output.Where(IsWarning).Select(item => item.ToString())],
            Duration = Stopwatch.GetElapsedTime(start),
            TimedOut = timedOut,
            Failed = failure is not null,
        };
    }

    private static bool IsWarning(PSObject? item) => item?.BaseObject is WarningRecord;

    // Not waited for: the run itself ends by it.
    private void Stop() => _shell.BeginStop(callback: null, state: null);
}
