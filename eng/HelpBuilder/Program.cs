namespace BedrockPS.HelpBuilder;

/// <summary>The entry point; everything that can be tested is in <see cref="HelpBuild"/>.</summary>
internal static class Program
{
    public static int Main(string[] args) => HelpBuild.Run(args, Console.Out, Console.Error);
}
