using System.Management.Automation;
using System.Text.RegularExpressions;
using BedrockPS.Conversion;

namespace BedrockPS.Tools;

/// <summary>What a command's help says of it and of its parameters.</summary>
internal sealed partial class CommandHelp
{
    // The model reads a sentence or two of each; a page of help would cost tokens with every call.
    private const int MaxLength = 400;

    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);

    private CommandHelp()
    {
    }

    /// <summary>What the command does, in a sentence; null where its help does not say.</summary>
    public string? Synopsis { get; private init; }

    /// <summary>Reads the help of a command; one without help has none of it.</summary>
    public static CommandHelp Read(CommandInvocationIntrinsics commands, CommandInfo command)
    {
        PSObject? page = Find(commands, command);
        CommandHelp help = new() { Synopsis = ReadSynopsis(page, command) };
        foreach (PSObject parameter in Items(Member(Member(page, "parameters"), "parameter")))
        {
            if (Member(parameter, "name") is { } name && Text(Member(parameter, "description")) is { } text)
            {
                help._parameters[$"{name}"] = text;
            }
        }

        return help;
    }

    /// <summary>What a parameter is for; null where the help does not say.</summary>
    public string? ParameterText(string name) => _parameters.GetValueOrDefault(name);

    private static PSObject? Find(CommandInvocationIntrinsics commands, CommandInfo command)
    {
        string name = command.ModuleName is { Length: > 0 } module ? $"{module}\\{command.Name}" : command.Name;
        try
        {
            return commands.InvokeScript(
                "param($name) Get-Help -Name $name -ErrorAction Ignore | Select-Object -First 1", name)
                .FirstOrDefault();
        }
        catch (RuntimeException)
        {
            // A help file that cannot be read is no reason not to run the command.
            return null;
        }
    }

    // Without a help file the engine puts the syntax where the synopsis would be.
    private static string? ReadSynopsis(PSObject? page, CommandInfo command)
    {
        string? text = Text(Member(page, "Synopsis"));
        return text is null || text.StartsWith(command.Name + " ", StringComparison.OrdinalIgnoreCase)
            || text.Equals(command.Name, StringComparison.OrdinalIgnoreCase)
            ? Text(Member(page, "description"))
            : text;
    }

    private static object? Member(object? page, string name) =>
        page is null ? null : PSObject.AsPSObject(page).Properties[name] is { } property
            ? PropertyValue.Of(property)
            : null;

    private static IEnumerable<PSObject> Items(object? value) =>
        (LanguagePrimitives.GetEnumerable(value) ?? new[] { value }).Cast<object?>()
            .Where(item => item is not null)
            .Select(item => PSObject.AsPSObject(item!));

    private static string? Text(object? value)
    {
        IEnumerable<string> parts = Items(value)
            .Select(item => item.BaseObject as string ?? $"{Member(item, "Text")}");
        string text = Blank().Replace(string.Join(' ', parts), " ").Trim();
        return text.Length == 0 ? null : text.Length <= MaxLength ? text : text[..MaxLength] + "...";
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
