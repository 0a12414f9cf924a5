using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace BedrockPS.Session;

/// <summary>Runs the script blocks that choose requests for scripted replies, in a runspace of its own.</summary>
/// <remarks>
/// The endpoint asks on a pool thread while the session's own runspace waits for the answer: run there, a script block
/// would wait for a thread that waits for it.
/// </remarks>
internal sealed class RequestMatcher : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    // They are of the run, not of the script that the block stands in.
    private static readonly string[] Automatic = ["_", "PSItem", "args", "input", "this", "null", "true", "false"];

    private readonly object _gate = new();
    private Runspace? _runspace;

    /// <summary>A predicate that runs the block with the values that its variables have now.</summary>
    public Func<LocalRequest, bool> Compile(ScriptBlock block, SessionState session)
    {
        // The text alone: the block itself is bound to the runspace that it was written in.
        ScriptBlock unbound = ScriptBlock.Create(block.ToString());
        (string Name, object? Value)[] variables = Capture(unbound, session);
        return request => IsMatch(unbound, variables, request);
    }

    /// <summary>Ends the runspace, and whatever runs in it.</summary>
    public void Dispose() => _runspace?.Dispose();

    private static (string Name, object? Value)[] Capture(ScriptBlock block, SessionState session) =>
    [
        .. block.Ast.FindAll(ast => ast is VariableExpressionAst, searchNestedScriptBlocks: true)
            .Select(ast => ((VariableExpressionAst)ast).VariablePath)
            .Where(path => path.IsVariable && !Automatic.Contains(path.UserPath, StringComparer.OrdinalIgnoreCase))
            .Select(path => session.PSVariable.Get(path.UserPath))
            .Where(variable => variable is not null)
            .DistinctBy(variable => variable.Name, StringComparer.OrdinalIgnoreCase)
            .Select(variable => (variable.Name, (object?)variable.Value)),
    ];

    private bool IsMatch(ScriptBlock block, (string Name, object? Value)[] variables, LocalRequest request)
    {
        List<PSVariable> context = [.. variables.Select(variable => new PSVariable(variable.Name, variable.Value))];
        context.Add(new PSVariable("_", request));
        lock (_gate)
        {
            using PowerShell shell = PowerShell.Create();
            shell.Runspace = Open();
            shell.AddScript("param($block, $context) $block.InvokeWithContext($null, $context)")
                .AddArgument(block)
                .AddArgument(context);
            return IsTrue(Run(shell));
        }
    }

    private static PSDataCollection<PSObject> Run(PowerShell shell)
    {
        IAsyncResult running = shell.BeginInvoke();
        if (!running.AsyncWaitHandle.WaitOne(Limit))
        {
            shell.Stop();
            throw new TimeoutException($"The -Match script block of a reply took over {Limit.TotalSeconds} seconds.");
        }

        try
        {
            return shell.EndInvoke(running);
        }
        catch (RuntimeException e)
        {
            string reason = (e.InnerException ?? e).Message;
            throw new InvalidOperationException($"The -Match script block of a reply failed: {reason}", e);
        }
    }

    private Runspace Open()
    {
        if (_runspace is null)
        {
            _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
            _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
            _runspace.Open();
            _runspace.SessionStateProxy.SetVariable("ErrorActionPreference", ActionPreference.Stop);
        }

        return _runspace;
    }

    // As in Where-Object: what the block writes decides.
    private static bool IsTrue(PSDataCollection<PSObject> written) =>
        LanguagePrimitives.IsTrue(written.Count == 1 ? written[0] : written.Count > 0 ? written : null);
}
