using System.Collections;
using System.Management.Automation;

namespace BedrockPS;

/// <summary>A tool that is a PowerShell command or a script block.</summary>
public sealed class CommandTool : Tool
{
    /// <summary>What is run: a command, or a script block.</summary>
    private readonly object _target;

    internal CommandTool(CommandInfo command)
    {
        _target = command;
        Source = command;
    }

    internal CommandTool(ScriptBlock block, CommandInfo source)
    {
        _target = block;
        Source = source;
    }

    /// <inheritdoc/>
    public override string? Command => _target is CommandInfo command ? command.Name : $"{{{_target}}}";

    /// <inheritdoc/>
    public override bool IsRunnable => true;

    /// <summary>The parameters that the model may give; no others are bound.</summary>
    public string[] Parameters { get; internal set; } = [];

    /// <summary>Those of them that it must give.</summary>
    public string[] Required { get; internal set; } = [];

    /// <summary>The parameters whose values -Argument sets, so that the model neither sees nor changes them.</summary>
    public string[] ArgumentNames => [.. Argument.Keys.Cast<string>().Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Values that every run gets; they may be secrets, and no serialiser is to find them.</summary>
    internal IDictionary Argument { get; set; } = new Hashtable();

    /// <summary>The command whose parameters these are.</summary>
    internal CommandInfo Source { get; }

    internal object Target => _target;
}
