using BedrockPS.HelpBuilder.Model;

namespace BedrockPS.HelpBuilder;

/// <summary>Says what a doc comment must have and has not.</summary>
internal static class DocumentationGate
{
    public static IReadOnlyList<string> Check(IReadOnlyList<CommandHelp> commands) =>
        [.. commands.SelectMany(CheckCommand), .. CheckParameters(commands)];

    private static IEnumerable<string> CheckCommand(CommandHelp command)
    {
        if (command.Synopsis is null)
        {
            yield return $"{command.Name} ({command.Source}) has no <summary>.";
        }

        if (command.Examples.Count == 0)
        {
            yield return $"{command.Name} ({command.Source}) has no <example> with <code>.";
        }
    }

    // A shared parameter is documented in one place, so it is missed once, not once a cmdlet.
    private static IEnumerable<string> CheckParameters(IReadOnlyList<CommandHelp> commands) =>
        from command in commands
        from parameter in command.Parameters
        where parameter.Summary is null
        group (command, parameter) by parameter.Source into missed
        let first = missed.First()
        select $"{first.command.Name} -{first.parameter.Name} ({missed.Key}) has no <summary>.";
}
