using System.Globalization;

namespace BedrockPS.Local;

/// <summary>What the command line asks for.</summary>
internal sealed record CommandLine(LocalEndpointOptions Options, bool WantsHelp)
{
    public const string Help = """
        An embedded Amazon Bedrock endpoint on 127.0.0.1, for tests and demonstrations.

          --port N             listen on port N; a free one when absent
          --no-auth            do not check signatures
          --recording FILE     answer from a recording of Start-BRRecording, each recorded call once
          --piece-delay-ms N   pause N milliseconds after each text delta of a stream
          --help               show this
        """;

    /// <exception cref="ArgumentException">An argument is unknown, or its value is missing or wrong.</exception>
    public static CommandLine Parse(string[] args)
    {
        LocalEndpointOptions options = new();
        bool wantsHelp = false;
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--port":
                    options.Port = Number(args, ++i, ushort.MaxValue);
                    break;
                case "--piece-delay-ms":
                    options.PieceDelay = TimeSpan.FromMilliseconds(Number(args, ++i, 600_000));
                    break;
                case "--recording":
                    options.Recording = Path.GetFullPath(Text(args, ++i));
                    break;
                case "--no-auth":
                    options.CheckSignatures = false;
                    break;
                case "--help" or "-h":
                    wantsHelp = true;
                    break;
                default:
                    throw new ArgumentException($"Unknown argument '{args[i]}'.");
            }
        }

        return new CommandLine(options, wantsHelp);
    }

    private static string Text(string[] args, int index) =>
        index < args.Length && args[index].Length > 0 && !args[index].StartsWith("--", StringComparison.Ordinal)
            ? args[index]
            : throw new ArgumentException($"{args[index - 1]} takes a file.");

    private static int Number(string[] args, int index, int most) =>
        index < args.Length
            && int.TryParse(args[index], NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            && value <= most
            ? value
            : throw new ArgumentException($"{args[index - 1]} takes a number from 0 to {most}.");
}
