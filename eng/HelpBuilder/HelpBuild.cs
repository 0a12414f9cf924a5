using BedrockPS.HelpBuilder.Writing;
using BedrockPS.HelpBuilder.Metadata;
using BedrockPS.HelpBuilder.Model;

namespace BedrockPS.HelpBuilder;

/// <summary>One run: reads the assembly and its doc comments, checks them, writes the help.</summary>
internal static class HelpBuild
{
    public const int Done = 0;
    public const int Undocumented = 1;
    public const int BadUse = 2;

    // MSBuild's form for messages of tools: with it, each line becomes an error of the build.
    private const string ErrorPrefix = "BedrockPS.HelpBuilder : error ";

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        try
        {
            return Run(Options.Parse(arguments), output, errors);
        }
        catch (UsageException e)
        {
            errors.WriteLine($"{ErrorPrefix}HELP000: {e.Message}");
            return BadUse;
        }
    }

    private static int Run(Options options, TextWriter output, TextWriter errors)
    {
        if (options.ShowUsage)
        {
            output.WriteLine(Options.Usage);
            return Done;
        }

        IReadOnlyList<CommandHelp> commands = ModuleReader.Read(options);
        IReadOnlyList<string> complaints = DocumentationGate.Check(commands);
        foreach (string complaint in complaints)
        {
            errors.WriteLine($"{ErrorPrefix}HELP001: {complaint}");
        }

        // No file when the gate is shut: an incremental build then asks again.
        if (complaints.Count > 0)
        {
            return Undocumented;
        }

        OutputFile.Write(options.Output, MamlDocument.Build(commands));
        output.WriteLine($"Help for {commands.Count} cmdlet(s): {options.Output}");
        return Done;
    }
}
