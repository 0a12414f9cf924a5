using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace BedrockPS.Tools;

/// <summary>
/// Makes the runspaces in which several tools run at once; they know the tools, and nothing else of the session.
/// </summary>
internal static class ToolPool
{
    /// <summary>Opens a pool that can run these tools.</summary>
    public static RunspacePool Open(IEnumerable<CommandTool> tools, int size, PSHost host)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        foreach (CommandInfo command in tools.Where(tool => tool.Target is CommandInfo).Select(tool => tool.Source))
        {
            Add(state, command);
        }

        RunspacePool pool = RunspaceFactory.CreateRunspacePool(1, size, state, host);
        pool.Open();
        return pool;
    }

    private static void Add(InitialSessionState state, CommandInfo command)
    {
        // A module made at the prompt has a path too, but no file.
        if (command.Module?.Path is { } module && File.Exists(module))
        {
            state.ImportPSModule([module]);
        }
        else if (command is FunctionInfo function)
        {
            state.Commands.Add(new SessionStateFunctionEntry(function.Name, function.Definition));
        }
    }
}
