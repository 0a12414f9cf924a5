namespace BedrockPS.HelpBuilder.Tests;

public sealed class OptionsTests : IDisposable
{
    private readonly HelpRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("--assembly takes one value")]
    [InlineData("--assembly takes one value", "--assembly", "a.dll", "b.dll")]
    [InlineData("'stray' stands before any option", "stray")]
    [InlineData("'--colour' is not an option", "--colour")]
    [InlineData("the file 'no.dll' does not exist", "--assembly", "no.dll")]
    public void Bad_arguments_are_named_with_the_usage(string expected, params string[] arguments)
    {
        UsageException e = Assert.Throws<UsageException>(() => Options.Parse(arguments));

        Assert.Equal($"{expected}. {Options.Usage}", e.Message);
    }

    [Theory]
    [InlineData("--documentation", "no.xml")]
    [InlineData("--reference", "no-such-directory")]
    [InlineData("--output", "second.xml")]
    public void Bad_use_has_its_own_exit_code(params string[] more)
    {
        Assert.Equal(HelpBuild.BadUse, _run.Start(more));
        Assert.StartsWith("BedrockPS.HelpBuilder : error HELP000: ", _run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_assembly_is_bad_use()
    {
        _run.Assembly = _run.Documentation[0];

        Assert.Equal(HelpBuild.BadUse, _run.Start());
        Assert.Contains("is not an assembly", _run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_documentation_is_bad_use()
    {
        File.WriteAllText(_run.Documentation[0], "<doc>");

        Assert.Equal(HelpBuild.BadUse, _run.Start());
        Assert.Contains("is not a documentation file", _run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void Usage_is_shown_on_request()
    {
        using StringWriter output = new();

        Assert.Equal(HelpBuild.Done, HelpBuild.Run(["--help"], output, TextWriter.Null));
        Assert.StartsWith("usage:", output.ToString(), StringComparison.Ordinal);
    }
}
