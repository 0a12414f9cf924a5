using System.Collections;
using System.Management.Automation;
using BedrockPS.Completion;
using BedrockPS.Conversion;
using BedrockPS.Tools;

namespace BedrockPS.Cmdlets;

/// <summary>Makes a tool that a model may ask for: of a PowerShell command, a script block, or a schema.</summary>
/// <remarks>
/// <para>The model is told the parameters of a command with their types, sets, ranges and help; it can give those and
/// no others. -Parameter says which of them; without it they are those of the command's usual form that JSON can
/// express. -Argument sets values that the model neither sees nor changes.</para>
/// <para>A command whose verb only looks (Get, Test, Measure, Find, Search, Select, Compare, Resolve, ConvertTo,
/// ConvertFrom, Group, Sort, Join, Split) and that has no -WhatIf runs without a question. All others ask first, and
/// are denied where nobody can be asked: see -ToolPolicy of Invoke-BRConverse. -ReadOnly says so of one that only
/// looks.</para>
/// <para>A tool of a schema alone is never run: its calls come back in .ToolUses of the answer, and
/// Send-BRMessage -ToolResult answers them.</para>
/// </remarks>
/// <example>
/// <code>$tool = New-BRTool Get-Service -Parameter Name, DisplayName
/// Invoke-BRConverse 'Does anything that prints run here?' -Tool $tool</code>
/// <para>Lets the model look at services. What it asked for is in .ToolCalls of the answer.</para>
/// </example>
/// <example>
/// <code>$logs = New-BRTool Get-Content -Parameter Tail -Argument @{ Path = './app.log' } -Name read_log -ReadOnly
/// Invoke-BRConverse 'Why did the application stop?' -Tool $logs</code>
/// <para>Lets the model choose how many lines it reads, but not of which file.</para>
/// </example>
/// <example>
/// <code>$stock = New-BRTool -Name get_stock -Description 'How many of an article are there.' -ScriptBlock {
///     param([Parameter(Mandatory)] [int] $Article)
///     Import-Csv ./stock.csv | Where-Object Id -EQ $Article
/// }</code>
/// <para>Makes a tool of a script block.</para>
/// </example>
/// <example>
/// <code>New-BRTool -Name order -Description 'Orders an article.' -Schema @{
///     properties = @{ article = @{ type = 'integer' } }; required = @('article')
/// }</code>
/// <para>Makes a tool whose calls come back to the caller.</para>
/// </example>
[Cmdlet(VerbsCommon.New, "BRTool", DefaultParameterSetName = CommandSet)]
[OutputType(typeof(CommandTool), ParameterSetName = [CommandSet, ScriptSet])]
[OutputType(typeof(Tool), ParameterSetName = [SchemaSet])]
public sealed class NewBRToolCommand : BRCommandBase
{
    private const string CommandSet = "Command";
    private const string ScriptSet = "ScriptBlock";
    private const string SchemaSet = "Schema";

    /// <summary>The command: its name, or what Get-Command returns.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = CommandSet)]
    [ArgumentCompleter(typeof(CommandCompleter))]
    [ValidateNotNullOrEmpty]
    public object Command { get; set; } = null!;

    /// <summary>The script block that runs; its param() block says what the model can give.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ScriptSet)]
    [ValidateNotNull]
    public ScriptBlock ScriptBlock { get; set; } = null!;

    /// <summary>The JSON Schema of the arguments: a hashtable, an object or JSON text.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SchemaSet)]
    [ValidateNotNull]
    public object Schema { get; set; } = null!;

    /// <summary>The parameters that the model may give.</summary>
    [Parameter(Position = 1, ParameterSetName = CommandSet)]
    [Parameter(ParameterSetName = ScriptSet)]
    [ArgumentCompleter(typeof(CommandParameterCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Parameter { get; set; }

    /// <summary>Values of parameters that every run gets and the model does not see.</summary>
    [Parameter(ParameterSetName = CommandSet)]
    [Parameter(ParameterSetName = ScriptSet)]
    [ValidateNotNull]
    public IDictionary? Argument { get; set; }

    /// <summary>The name by which the model asks for it; the command's own unless it is given.</summary>
    [Parameter(ParameterSetName = CommandSet)]
    [Parameter(Mandatory = true, ParameterSetName = ScriptSet)]
    [Parameter(Mandatory = true, ParameterSetName = SchemaSet)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What it does and when to use it, in words for the model; otherwise the help's synopsis.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>Says that it changes nothing, so that it runs without a question; otherwise its verb says.</summary>
    [Parameter(ParameterSetName = CommandSet)]
    [Parameter(ParameterSetName = ScriptSet)]
    public SwitchParameter ReadOnly { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => (object?)Name ?? Unwrapped.Of(Command);

    /// <inheritdoc/>
    protected override void Process()
    {
        ToolFactory factory = new(InvokeCommand, InvokeProvider);
        ToolOptions options = new()
        {
            Name = Name,
            Description = Description,
            Parameters = Parameter,
            Argument = Argument,
            ReadOnly = IsBound(nameof(ReadOnly)) ? ReadOnly : null,
        };
        WriteObject(ParameterSetName switch
        {
            ScriptSet => factory.FromScript(ScriptBlock, options),
            SchemaSet => ToolFactory.FromSchema(Schema, options),
            _ => factory.FromCommand(Unwrapped.Of(Command)!, options),
        });
    }
}
