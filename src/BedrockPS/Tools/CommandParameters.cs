using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using BedrockPS.Http;

namespace BedrockPS.Tools;

/// <summary>Chooses which parameters of a command a model may give, and describes them.</summary>
internal sealed class CommandParameters
{
    private readonly CommandInfo _command;
    private readonly IDictionary _fixed;
    private readonly CommandHelp _help;

    private CommandParameters(CommandInfo command, IDictionary fixedValues, CommandHelp help)
    {
        _command = command;
        _fixed = fixedValues;
        _help = help;
    }

    /// <summary>The schemas of the parameters, by name.</summary>
    private OrderedDictionary Schemas { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that the model must give.</summary>
    private string[] Required { get; set; } = [];

    /// <summary>Fills a tool with the parameters that were chosen, or those of the command's usual form.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="chosen">The parameters to offer; null for all of the usual form.</param>
    /// <param name="help">What the command's help says.</param>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: a parameter is unknown, or no JSON fits it.
    /// </exception>
    public static void Describe(CommandTool tool, string[]? chosen, CommandHelp help)
    {
        tool.Argument = Own(tool);
        CommandParameters parameters = new(tool.Source, tool.Argument, help);
        if (chosen is null)
        {
            parameters.AddUsual();
        }
        else
        {
            parameters.AddChosen(chosen);
        }

        tool.Parameters = [.. parameters.Schemas.Keys.Cast<string>()];
        tool.Required = parameters.Required;
        tool.InputSchema = parameters.ToSchema();
    }

    private OrderedDictionary ToSchema()
    {
        OrderedDictionary schema = new() { ["type"] = "object", ["properties"] = Schemas };
        if (Required.Length > 0)
        {
            schema["required"] = Required;
        }

        schema["additionalProperties"] = false;
        return schema;
    }

    private void AddChosen(string[] chosen)
    {
        foreach (string name in chosen)
        {
            ParameterMetadata parameter = Find(_command, name) ?? throw Invalid(
                $"{_command.Name} has no parameter '{name}'. It has: {string.Join(", ", OwnNames())}.");
            if (!TryAdd(parameter))
            {
                throw Invalid(
                    $"-{parameter.Name} of {_command.Name} takes a {parameter.ParameterType.Name}, which a model "
                    + "cannot give. Leave it out, set it with -Argument, or wrap the command in a script block.");
            }
        }

        CommandParameterSetInfo? set = Sets().FirstOrDefault(HoldsAll);
        Required = set is null ? MandatoryInAllSets() : Mandatory(set);
    }

    private void AddUsual()
    {
        CommandParameterSetInfo? set = Sets().FirstOrDefault(CanBeCalled) ?? throw Invalid(
            $"{_command.Name} needs what a model cannot give. Set it with -Argument, or wrap the command in a script "
            + "block.");
        foreach (CommandParameterInfo parameter in set.Parameters.Where(parameter => !IsHidden(parameter.Name)))
        {
            TryAdd(_command.Parameters[parameter.Name]);
        }

        Required = Mandatory(set);
    }

    private bool TryAdd(ParameterMetadata parameter)
    {
        if (_fixed.Contains(parameter.Name))
        {
            throw Invalid($"-{parameter.Name} is set by -Argument, so the model cannot give it.");
        }

        OrderedDictionary? schema = ParameterSchema.Of(
            parameter, _help.ParameterText(parameter.Name) ?? HelpMessage(parameter));
        if (schema is not null)
        {
            Schemas[parameter.Name] = schema;
        }

        return schema is not null;
    }

    // The usual form first.
    private IEnumerable<CommandParameterSetInfo> Sets() =>
        _command.ParameterSets.OrderByDescending(set => set.IsDefault);

    private bool HoldsAll(CommandParameterSetInfo set) => Schemas.Keys.Cast<string>()
        .All(name => set.Parameters.Any(parameter => IsNamed(parameter, name)));

    private bool CanBeCalled(CommandParameterSetInfo set) => set.Parameters
        .Where(parameter => parameter.IsMandatory && !_fixed.Contains(parameter.Name))
        .All(parameter => ParameterSchema.Of(_command.Parameters[parameter.Name], null) is not null);

    private string[] Mandatory(CommandParameterSetInfo set) =>
    [
        .. set.Parameters.Where(parameter => parameter.IsMandatory && Schemas.Contains(parameter.Name))
            .Select(parameter => parameter.Name),
    ];

    private string[] MandatoryInAllSets() =>
    [
        .. Schemas.Keys.Cast<string>().Where(name => _command.ParameterSets.All(set =>
            set.Parameters.Any(parameter => IsNamed(parameter, name) && parameter.IsMandatory))),
    ];

    private static bool IsNamed(CommandParameterInfo parameter, string name) =>
        parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static ParameterMetadata? Find(CommandInfo command, string name) =>
        command.Parameters.Values.FirstOrDefault(parameter =>
            parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            || parameter.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase));

    private IEnumerable<string> OwnNames() => _command.Parameters.Keys.Where(name => !IsHidden(name));

    private bool IsHidden(string name) =>
        Cmdlet.CommonParameters.Contains(name)
        || Cmdlet.OptionalCommonParameters.Contains(name)
        || _fixed.Contains(name)
        || _command.Parameters[name].Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.DontShow);

    // By the parameters' own names, so that an alias cannot give the model what was set.
    private static Hashtable Own(CommandTool tool)
    {
        Hashtable own = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry argument in tool.Argument)
        {
            ParameterMetadata parameter = Find(tool.Source, (string)argument.Key) ?? throw Invalid(
                $"-Argument sets '{argument.Key}', which {tool.Source.Name} does not have. It has: "
                + $"{string.Join(", ", tool.Source.Parameters.Keys.Except(Cmdlet.CommonParameters))}.");
            own[parameter.Name] = argument.Value;
        }

        return own;
    }

    private static string? HelpMessage(ParameterMetadata parameter) =>
        parameter.Attributes.OfType<ParameterAttribute>()
            .Select(attribute => attribute.HelpMessage)
            .FirstOrDefault(message => !string.IsNullOrWhiteSpace(message));

    private static BedrockException Invalid(string message) => new(ClientErrorCode.InvalidRequest, message);
}
