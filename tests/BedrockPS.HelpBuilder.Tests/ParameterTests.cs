using System.Xml.Linq;

namespace BedrockPS.HelpBuilder.Tests;

public sealed class ParameterTests : IDisposable
{
    private readonly HelpRun _run = new();
    private readonly MamlFile _help;

    public ParameterTests()
    {
        Assert.Equal(HelpBuild.Done, _run.Start());
        _help = _run.Read();
    }

    public void Dispose() => _run.Dispose();

    // Both lines are what Get-Command -Syntax of PowerShell 7.6 writes, but for the words in braces,
    // which are Get-Help's.
    [Theory]
    [InlineData(0, "[[-Name] <string[]>] [-Speed {Slow,Fast}] [-Temperature <double>] [-Kind {Text,Image}]")]
    [InlineData(1, "-Id <long[]> -Kind {Text,Image} [-Speed {Slow,Fast}] [-Temperature <double>]")]
    public void Each_set_has_its_line_in_the_engines_order(int index, string start) =>
        Assert.Equal(
            start + " [-Filter <Dictionary[string,List[int]]>] [-Table <IDictionary>] [-All]"
            + " [-Credential <pscredential>] [-Timeout <int>] [-Region <string>]",
            _help.Syntax("Get-Fixture", index));

    [Fact]
    public void Positions_come_first_then_what_is_required_then_WhatIf_and_Confirm_last() =>
        Assert.Equal(
            "[[-Name] <string>] [-InputObject] <FixtureReply> -Timeout <int> [-Region <string>] [-WhatIf] [-Confirm]",
            _help.Syntax("Set-Fixture", 0));

    [Fact]
    public void All_parameters_are_listed_by_name_but_for_those_not_shown() =>
        Assert.Equal(
            "All|Credential|Filter|Id|Kind|Name|Region|Speed|Table|Temperature|Timeout",
            MamlFile.Text(_help.Command("Get-Fixture"), "parameters", "parameter", "name"));

    [Theory]
    [InlineData("Get-Fixture", "Id", "The ids to look for. Count: 1 to 10.")]
    [InlineData("Get-Fixture", "Name", "The names to look for. Length: 1 to 64 characters.|Case does not count.")]
    [InlineData("Get-Fixture", "Temperature", "How much chance there is. Range: 0 to 1.")]
    [InlineData("Get-Fixture", "Kind", "What to look at. Values: Text, Image. Required in parameter set ById.")]
    [InlineData("Get-Fixture", "Speed", "How fast to be. Values: Slow, Fast.")]
    [InlineData("Get-Fixture", "Region", "The region to ask.")]
    [InlineData("Get-Fixture", "Timeout", "The most seconds to wait.")]
    [InlineData("Set-Fixture", "Timeout", "The most seconds to wait. Range: 1 or more.")]
    [InlineData("Set-Fixture", "Name", "A name that begins with a letter. Pattern: ^[a-z]")]
    [InlineData("Set-Fixture", "Confirm", "Prompts you for confirmation before running the cmdlet.")]
    public void The_summary_and_the_limits_are_the_description(string command, string name, string expected) =>
        Assert.Equal(expected, MamlFile.Text(_help.Parameter(command, name), "description", "para"));

    [Theory]
    [InlineData("Id", "required", "true")]
    [InlineData("Kind", "required", "false")]
    [InlineData("Name", "required", "false")]
    [InlineData("Name", "position", "0")]
    [InlineData("Id", "position", "named")]
    [InlineData("Name", "globbing", "true")]
    [InlineData("Id", "globbing", "false")]
    [InlineData("Name", "pipelineInput", "True (ByValue)")]
    [InlineData("Id", "pipelineInput", "True (ByPropertyName)")]
    [InlineData("All", "pipelineInput", "False")]
    [InlineData("Region", "aliases", "RegionToCall, Where")]
    [InlineData("Name", "aliases", "none")]
    [InlineData("Name", "variableLength", "true")]
    public void Attributes_say_how_it_is_bound(string name, string attribute, string expected) =>
        Assert.Equal(expected, _help.Parameter("Get-Fixture", name).Attribute(attribute)!.Value);

    [Fact]
    public void Both_ways_of_the_pipeline_are_named() =>
        Assert.Equal(
            "True (ByPropertyName, ByValue)",
            _help.Parameter("Set-Fixture", "InputObject").Attribute("pipelineInput")!.Value);

    [Theory]
    [InlineData("Get-Fixture", "Temperature", "0.5")]
    [InlineData("Get-Fixture", "Speed", "Fast")]
    [InlineData("Get-Fixture", "Kind", "All kinds")]
    [InlineData("Get-Fixture", "All", "False")]
    [InlineData("Get-Fixture", "Name", "None")]
    [InlineData("Set-Fixture", "WhatIf", "False")]
    public void Defaults_are_shown(string command, string name, string expected) =>
        Assert.Equal(expected, MamlFile.Text(_help.Parameter(command, name), "defaultValue"));

    [Fact]
    public void A_switch_has_a_type_but_no_value()
    {
        XElement all = _help.Parameter("Get-Fixture", "All");

        Assert.Equal("switch", MamlFile.Text(all, "type", "name"));
        Assert.Empty(MamlFile.All(all, "parameterValue"));
    }
}
