namespace BedrockPS.HelpBuilder;

/// <summary>What the command line says.</summary>
internal sealed record Options
{
    public const string Usage =
        "usage: dotnet BedrockPS.HelpBuilder.dll --assembly <dll> --documentation <xml ...> "
        + "[--reference <dll or directory ...>] --output <xml>";

    private static readonly string[] Names = ["assembly", "documentation", "reference", "output"];

    public bool ShowUsage { get; private init; }

    public string Assembly { get; private init; } = "";

    public IReadOnlyList<string> Documentation { get; private init; } = [];

    public IReadOnlyList<string> Reference { get; private init; } = [];

    public string Output { get; private init; } = "";

    public static Options Parse(IReadOnlyList<string> arguments)
    {
        if (arguments is ["--help" or "-h" or "-?"])
        {
            return new Options { ShowUsage = true };
        }

        Dictionary<string, List<string>> values = Collect(arguments);
        return new Options
        {
            Assembly = ExistingFile(One(values, "assembly")),
            Documentation = [.. Some(values, "documentation").Select(ExistingFile)],
            Reference = [.. values["reference"].Select(Existing)],
            Output = One(values, "output"),
        };
    }

    private static Dictionary<string, List<string>> Collect(IReadOnlyList<string> arguments)
    {
        Dictionary<string, List<string>> values = Names.ToDictionary(n => n, _ => new List<string>());
        List<string>? current = null;
        foreach (string argument in arguments)
        {
            if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                (current ?? throw Bad($"'{argument}' stands before any option")).Add(argument);
            }
            else if (!values.TryGetValue(argument[2..], out current))
            {
                throw Bad($"'{argument}' is not an option");
            }
        }

        return values;
    }

    private static string One(Dictionary<string, List<string>> values, string name) =>
        values[name] is [string value] && value.Length > 0 ? value : throw Bad($"--{name} takes one value");

    private static List<string> Some(Dictionary<string, List<string>> values, string name) =>
        values[name] is { Count: > 0 } some ? some : throw Bad($"--{name} takes one value or more");

    private static string ExistingFile(string path) =>
        File.Exists(path) ? Path.GetFullPath(path) : throw Bad($"the file '{path}' does not exist");

    private static string Existing(string path) =>
        File.Exists(path) || Directory.Exists(path)
            ? Path.GetFullPath(path)
            : throw Bad($"the reference '{path}' does not exist");

    private static UsageException Bad(string what) => new($"{what}. {Usage}");
}
