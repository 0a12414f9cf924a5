using System.Xml.Linq;

namespace BedrockPS.HelpBuilder.Tests;

public sealed class GateTests : IDisposable
{
    private const string Fixtures = "BedrockPS.HelpBuilder.Fixtures.";

    private readonly HelpRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData('T', "GetFixtureCommand", "summary", "Get-Fixture (@GetFixtureCommand) has no <summary>.")]
    [InlineData(
        'T', "StopFixtureCommand", "example", "Stop-Fixture (@StopFixtureCommand) has no <example> with <code>.")]
    [InlineData('P', "GetFixtureCommand.Id", "summary", "Get-Fixture -Id (@GetFixtureCommand.Id) has no <summary>.")]
    public void What_is_missing_is_named_and_nothing_written(char kind, string member, string tag, string expected)
    {
        _run.Spoil($"{kind}:{Fixtures}{member}", m => m.Elements(tag).Remove());

        Assert.Equal(HelpBuild.Undocumented, _run.Start());
        Assert.Equal(
            $"BedrockPS.HelpBuilder : error HELP001: {expected.Replace("@", Fixtures, StringComparison.Ordinal)}",
            _run.Messages.TrimEnd());
        Assert.False(File.Exists(_run.Output));
    }

    [Fact]
    public void A_shared_parameter_is_missed_once()
    {
        _run.Spoil($"P:{Fixtures}FixtureCommandBase`1.Region", m => m.RemoveNodes());

        Assert.Equal(HelpBuild.Undocumented, _run.Start());
        Assert.Equal(
            $"BedrockPS.HelpBuilder : error HELP001: Get-Fixture -Region ({Fixtures}FixtureCommandBase`1.Region) "
            + "has no <summary>.",
            _run.Messages.TrimEnd());
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once()
    {
        _run.Spoil($"T:{Fixtures}SetFixtureCommand", m => m.RemoveNodes());

        _run.Start();

        Assert.Equal(2, _run.Messages.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void A_blank_summary_and_an_example_without_code_do_not_count()
    {
        _run.Spoil($"P:{Fixtures}GetFixtureCommand.Id", m => m.Element("summary")!.Value = " \n ");
        _run.Spoil($"T:{Fixtures}StopFixtureCommand", m => m.Element("example")!.Element("code")!.Value = " ");

        Assert.Equal(HelpBuild.Undocumented, _run.Start());
        Assert.Equal(2, _run.Messages.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void A_hidden_parameter_needs_no_comment()
    {
        _run.Spoil($"P:{Fixtures}GetFixtureCommand.Secret", m => m.RemoveNodes());

        Assert.Equal(HelpBuild.Done, _run.Start());
    }

    [Fact]
    public void Inherited_comments_end_at_a_member_that_has_none()
    {
        _run.Spoil($"P:{Fixtures}FixtureCommandBase`1.Timeout", m => m.RemoveNodes());

        Assert.Equal(HelpBuild.Undocumented, _run.Start());
        Assert.Contains("GetFixtureCommand.Timeout", _run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void Inherited_comments_may_name_their_source()
    {
        _run.Spoil($"P:{Fixtures}GetFixtureCommand.Timeout", m => m.ReplaceNodes(
            new XElement("inheritdoc", new XAttribute("cref", $"P:{Fixtures}GetFixtureCommand.Id"))));

        Assert.Equal(HelpBuild.Done, _run.Start());
        Assert.StartsWith(
            "The ids", MamlFile.Text(_run.Read().Parameter("Get-Fixture", "Timeout"), "description"),
            StringComparison.Ordinal);
    }
}
