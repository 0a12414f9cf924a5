using System.Collections;
using System.Management.Automation.Runspaces;

namespace BedrockPS.Tools;

/// <summary>Answers the tool calls of one turn: all of them, each once, in their order.</summary>
internal sealed class ToolRound
{
    private readonly ToolHost _host;
    private readonly ToolSet _tools;
    private readonly List<(ToolCall Call, CommandTool Tool)> _toRun = [];

    public ToolRound(ToolHost host, ToolSet tools)
    {
        _host = host;
        _tools = tools;
    }

    /// <summary>What became of the calls.</summary>
    /// <remarks>Questions are asked first, one after another; only then does anything run.</remarks>
    public IReadOnlyList<ToolCall> Answer(IEnumerable<ToolUseBlock> uses)
    {
        ToolCall[] calls = [.. uses.Select(Judge)];
        bool atOnce = _host.Limits.Parallel > 1 && _toRun.Count > 1;
        if (atOnce)
        {
            RunAtOnce();
        }
        else
        {
            _toRun.ForEach(each => RunHere(each.Call, each.Tool));
        }

        return calls;
    }

    private ToolCall Judge(ToolUseBlock use)
    {
        ToolCall call = new() { Name = use.Name, Input = use.Input, ToolUseId = use.ToolUseId };
        if (_tools.FindRunnable(use.Name) is not CommandTool tool)
        {
            return Refuse(
                call, ToolCallStatus.Refused, $"not run: there is no tool of this name. There are: {_tools.Names}.");
        }

        if (ToolArguments.Fault(tool, use.Input) is { } fault)
        {
            return Refuse(call, ToolCallStatus.Refused, $"not run: {fault}");
        }

        ToolVerdict verdict = _host.Gate.Judge(tool, use.Input);
        if (!verdict.MayRun)
        {
            return Refuse(call, verdict.Status!, verdict.Reason!);
        }

        _toRun.Add((call, tool));
        return call;
    }

    private ToolCall Refuse(ToolCall call, string status, string reason)
    {
        call.Status = status;
        call.Error = reason;
        call.ResultText = reason;
        _host.Note($"Tool {call.Name}: {reason}");
        return call;
    }

    private void RunHere(ToolCall call, CommandTool tool)
    {
        using ToolShell shell = ToolShell.InSession(tool, Bound(call, tool), _host.Stop);
        Settle(call, shell.Run(_host.Limits.Time));
    }

    private void RunAtOnce()
    {
        int size = Math.Min(_host.Limits.Parallel, _toRun.Count);
        string location = _host.Location();
        using RunspacePool pool = ToolPool.Open(_toRun.Select(each => each.Tool), size, _host.Host);
        ToolShell[] shells =
        [
            .. _toRun.Select(each => ToolShell.InPool(
                pool, location, each.Tool, Bound(each.Call, each.Tool), _host.Stop)),
        ];
        try
        {
            ToolRun[] runs = _host.Wait(Task.WhenAll(shells.Select(shell => shell.RunAsync(_host.Limits.Time))));
            foreach (((ToolCall call, _), ToolRun run) in _toRun.Zip(runs))
            {
                Settle(call, run);
            }
        }
        finally
        {
            Array.ForEach(shells, shell => shell.Dispose());
        }
    }

    private static Hashtable Bound(ToolCall call, CommandTool tool) => ToolArguments.ToBind(tool, call.Input);

    private void Settle(ToolCall call, ToolRun run)
    {
        call.Output = [.. run.Output];
        call.Duration = run.Duration;
        call.Error = run.Errors.Count == 0 ? null : string.Join("; ", run.Errors);
        call.Status = run.TimedOut ? ToolCallStatus.Timeout
            : run.Failed || (run.Errors.Count > 0 && run.Output.Count == 0) ? ToolCallStatus.Error
            : ToolCallStatus.Success;
        call.ResultText = ToolResultText.Of(run, _host.Limits.Characters);
        _host.Note(
            $"Tool {call.Name}: {call.Status} after {run.Duration.TotalSeconds:0.000} s, "
            + $"{run.Output.Count} object(s).");
        foreach (string warning in run.Warnings)
        {
            _host.Warn($"{call.Name}: {warning}");
        }
    }
}
