using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using BedrockPS.Conversion;
using BedrockPS.Http;

namespace BedrockPS.Tools;

/// <summary>Makes tools of commands, script blocks and schemas.</summary>
/// <param name="commands">Finds commands, as the session does.</param>
/// <param name="provider">Holds the functions of the session.</param>
internal sealed class ToolFactory(CommandInvocationIntrinsics commands, ProviderIntrinsics provider)
{
    /// <summary>Makes a tool of whatever -Tool was given.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: no tool can be made of it.</exception>
    public Tool Of(object? value) => Unwrapped.Of(value) switch
    {
        Tool tool => tool,
        ScriptBlock => throw Invalid(
            "A script block needs a name to be a tool. Make one with New-BRTool -ScriptBlock { ... } -Name ..."),
        null => throw Invalid("-Tool holds null. Give tools of New-BRTool, or the names of commands."),
        object command => FromCommand(command, new ToolOptions()),
    };

    /// <summary>Makes a tool of a command, by its name or as Get-Command returns it.</summary>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: there is no such command, or it cannot be a tool.
    /// </exception>
    public CommandTool FromCommand(object command, ToolOptions options)
    {
        CommandInfo source = Resolve(Find(command));
        if (source.CommandType is not (CommandTypes.Cmdlet or CommandTypes.Function or CommandTypes.ExternalScript))
        {
            throw Invalid(
                $"'{source.Name}' is a program, whose parameters nobody can tell. Wrap it in a script block: "
                + "New-BRTool -ScriptBlock { param([string] $Name) ... } -Name ...");
        }

        return Complete(new CommandTool(source) { Argument = Named(options.Argument) }, options);
    }

    /// <summary>Makes a tool of a script block with a param() block.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: a parameter is not for a model.</exception>
    public CommandTool FromScript(ScriptBlock block, ToolOptions options)
    {
        // Only a function tells its parameters and its help; it is gone again before the tool is used.
        string name = $"BRTool-{Guid.NewGuid():N}";
        string path = $"Function:{name}";
        provider.Item.New("Function:", name, "Function", block);
        try
        {
            CommandInfo function = commands.GetCommand(name, CommandTypes.Function);
            return Complete(new CommandTool(block, function) { Argument = Named(options.Argument) }, options);
        }
        finally
        {
            provider.Item.Remove(path, recurse: false);
        }
    }

    /// <summary>Makes a tool of a schema alone; its calls come back to the user.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: the schema is not one of an object.</exception>
    public static Tool FromSchema(object schema, ToolOptions options)
    {
        ToolName.Check(options.Name ?? string.Empty);
        IDictionary plain = (IDictionary)FreeForm.Read("Schema", schema)!;
        object? type = TurnConversion.Member(plain, "type");
        return type is null or "object"
            ? new Tool
            {
                Name = options.Name!,
                Description = options.Description,
                InputSchema = type is null ? WithType(plain) : plain,
                ReadOnly = options.ReadOnly ?? false,
            }
            : throw Invalid($"The schema of a tool's arguments has the type 'object', not '{type}'.");
    }

    private CommandTool Complete(CommandTool tool, ToolOptions options)
    {
        CommandHelp help = CommandHelp.Read(commands, tool.Source);
        tool.Name = options.Name ?? tool.Source.Name;
        ToolName.Check(tool.Name);
        tool.Description = options.Description ?? help.Synopsis ?? Standard(tool);
        string verb = tool.Target is ScriptBlock ? tool.Name : tool.Source.Name;
        tool.ReadOnly = options.ReadOnly ?? ToolVerbs.OnlyLooks(verb, tool.Source);
        CommandParameters.Describe(tool, options.Parameters, help);
        return tool;
    }

    private CommandInfo Find(object command)
    {
        if (command is CommandInfo found)
        {
            return found;
        }

        string name = command as string ?? throw Invalid(
            $"A {command.GetType().Name} is no command. Give a name, or what Get-Command returns.");
        return commands.GetCommand(name, CommandTypes.All) ?? throw Invalid(
            $"There is no command '{name}' in this session. Is its module imported?");
    }

    private static CommandInfo Resolve(CommandInfo command) => command is AliasInfo alias
        ? alias.ResolvedCommand ?? throw Invalid($"The alias '{alias.Name}' leads to no command.")
        : command;

    private static string? Standard(CommandTool tool) =>
        tool.Target is ScriptBlock ? null : $"Runs the PowerShell command {tool.Source.Name} and returns its output.";

    private static Hashtable Named(IDictionary? arguments)
    {
        Hashtable named = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry argument in arguments ?? new Hashtable())
        {
            named[$"{argument.Key}".TrimStart('-')] = argument.Value;
        }

        return named;
    }

    private static OrderedDictionary WithType(IDictionary schema)
    {
        OrderedDictionary typed = new() { ["type"] = "object" };
        foreach (DictionaryEntry member in schema)
        {
            typed[member.Key] = member.Value;
        }

        return typed;
    }

    private static BedrockException Invalid(string message) => new(ClientErrorCode.InvalidRequest, message);
}
