namespace BedrockPS.Local.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Reads_all_options()
    {
        CommandLine commandLine = CommandLine.Parse(["--port", "8080", "--no-auth", "--piece-delay-ms", "20"]);

        Assert.Equal(8080, commandLine.Options.Port);
        Assert.False(commandLine.Options.CheckSignatures);
        Assert.Equal(TimeSpan.FromMilliseconds(20), commandLine.Options.PieceDelay);
        Assert.False(commandLine.WantsHelp);
    }

    [Fact]
    public void Takes_a_free_port_and_checks_signatures_by_default()
    {
        CommandLine commandLine = CommandLine.Parse([]);

        Assert.Equal(0, commandLine.Options.Port);
        Assert.True(commandLine.Options.CheckSignatures);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "x")]
    [InlineData("--port", "65536")]
    [InlineData("--piece-delay-ms", "-1")]
    [InlineData("--recording")]
    [InlineData("--recording", "--no-auth")]
    [InlineData("--wat")]
    public async Task Bad_arguments_exit_with_2(params string[] arguments)
    {
        Assert.Throws<ArgumentException>(() => CommandLine.Parse(arguments));
        Assert.Equal(2, await Program.Main(arguments));
    }

    [Fact]
    public async Task A_recording_is_named_by_its_full_path_and_must_be_one()
    {
        string file = Path.Combine(Environment.CurrentDirectory, "absent.jsonl");

        Assert.Equal(file, CommandLine.Parse(["--recording", "absent.jsonl"]).Options.Recording);
        Assert.Equal(1, await Program.Main(["--recording", "absent.jsonl"]));
    }

    [Fact]
    public async Task Help_exits_with_0()
    {
        Assert.Equal(0, await Program.Main(["--help"]));
    }
}
