using BedrockPS.Diagnosis;

namespace BedrockPS.Chat;

/// <summary>The commands of a chat: finds, completes, explains and suggests them.</summary>
/// <param name="all">The commands, in the order of the help.</param>
public sealed class SlashCommands(IReadOnlyList<SlashCommand> all)
{
    private const string Slash = "/";

    /// <summary>Does what the line says.</summary>
    /// <returns>Null where there is such a command; else what to say of it.</returns>
    public string? Run(ChatLine line)
    {
        string name = line.Command ?? string.Empty;
        if (all.FirstOrDefault(command => command.IsNamed(name)) is not { } found)
        {
            return $"There is no command {Slash}{name}. {Suggest(name)} To send the text, write {Slash}{Slash}{name}.";
        }

        if (line.Text.Length > 0 && found.Argument.Length == 0)
        {
            return $"{Slash}{found.Name} takes nothing behind it.";
        }

        found.Run(line.Text);
        return null;
    }

    /// <summary>One line for each command.</summary>
    public IEnumerable<string> Help()
    {
        int width = all.Max(command => Usage(command).Length);
        return all.Select(command => $"{Usage(command).PadRight(width)}  {command.Summary}");
    }

    /// <summary>The lines that could stand for what was written of one.</summary>
    public IReadOnlyList<string> Complete(string written)
    {
        if (!written.StartsWith('/') || written.Contains('\n'))
        {
            return [];
        }

        int blank = written.IndexOf(' ');
        return blank < 0 ? CompleteName(written[1..]) : CompleteArgument(written[1..blank], written[(blank + 1)..]);
    }

    private string[] CompleteName(string start) =>
    [
        .. all.Where(command => command.Name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .Select(command => command.Argument.Length > 0 ? $"{Slash}{command.Name} " : $"{Slash}{command.Name}"),
    ];

    private string[] CompleteArgument(string name, string start)
    {
        SlashCommand? found = all.FirstOrDefault(command => command.IsNamed(name));
        return found is null ? [] : [.. found.Complete(start).Select(argument => $"{Slash}{name} {argument}")];
    }

    private string Suggest(string name) => Near(name) switch
    {
        [] => $"{Slash}help lists them.",
        { } near => $"Did you mean {string.Join(" or ", near.Select(word => Slash + word))}?",
    };

    // Nothing is part of every name.
    private IReadOnlyList<string> Near(string name) =>
        name.Length == 0 ? [] : NearestIds.Find(name, all.Select(command => command.Name));

    private static string Usage(SlashCommand command) => $"{Slash}{command.Name} {command.Argument}".TrimEnd();
}
