using System.Xml.Linq;

namespace BedrockPS.HelpBuilder.Tests;

public sealed class CommandTests : IDisposable
{
    private readonly HelpRun _run = new();
    private readonly MamlFile _help;

    public CommandTests()
    {
        Assert.Equal(HelpBuild.Done, _run.Start());
        _help = _run.Read();
    }

    public void Dispose() => _run.Dispose();

    private XElement Get => _help.Command("Get-Fixture");

    [Fact]
    public void Public_cmdlets_are_there_in_order_and_no_others() =>
        Assert.Equal(["Get-Fixture", "Set-Fixture", "Stop-Fixture"], _help.Names);

    [Fact]
    public void The_root_is_what_the_engine_looks_for()
    {
        Assert.Equal("{http://msh}helpItems", _help.Root.Name.ToString());
        Assert.Equal("maml", _help.Root.Attribute("schema")!.Value);
        Assert.Equal("http://schemas.microsoft.com/maml/dev/command/2004/10", Get.Name.NamespaceName);
    }

    [Fact]
    public void The_summary_is_the_synopsis() =>
        Assert.Equal(
            "Gets fixtures by name or by id; see Set-Fixture.", MamlFile.Text(Get, "details", "description", "para"));

    [Fact]
    public void The_remarks_are_the_description() =>
        Assert.Equal(
            [
                "A name may hold wildcards; $null stands for all. -Region and -Name go together, "
                + "and FixtureReply.Text is what comes back.",
                "- First point.\n- Second: with a term.",
                "1. Ask.\n2. Wait.",
                "More at the guide (https://example.com/guide).",
            ],
            MamlFile.All(Get, "description", "para").Select(p => p.Value));

    [Fact]
    public void Without_remarks_the_summary_is_the_description() =>
        Assert.Equal("Changes fixtures.", MamlFile.Text(_help.Command("Set-Fixture"), "description", "para"));

    [Fact]
    public void Notes_stand_apart_and_only_where_there_are_some()
    {
        Assert.Equal(
            "Costs a call for each page.|Free on Sundays.", MamlFile.Text(Get, "alertSet", "alert", "para"));
        Assert.Empty(MamlFile.All(_help.Command("Set-Fixture"), "alertSet"));
    }

    [Fact]
    public void Examples_are_numbered_titled_and_dedented()
    {
        XElement[] examples = [.. MamlFile.All(Get, "examples", "example")];

        Assert.Equal("Example 1: All that begin with a letter", MamlFile.Text(examples[0], "title").Trim('-', ' '));
        Assert.Equal("Get-Fixture a* |\n    Where-Object Text", MamlFile.Text(examples[0], "code"));
        Assert.Equal("Asks by name.|Then filters.|", MamlFile.Text(examples[0], "remarks", "para"));
        Assert.Equal("Example 2", MamlFile.Text(examples[1], "title").Trim('-', ' '));
    }

    [Fact]
    public void Links_name_cmdlets_and_pages_and_the_online_page_first() =>
        Assert.Equal(
            [
                "Online version: https://example.com/help",
                "Set-Fixture ",
                "Fixtures: https://example.com/fixtures",
                " https://example.com/bare",
            ],
            MamlFile.All(Get, "relatedLinks", "navigationLink")
                .Select(l => $"{MamlFile.Text(l, "linkText")} {MamlFile.Text(l, "uri")}"));

    [Fact]
    public void Inputs_say_which_parameter_takes_them_and_how() =>
        Assert.Equal(
            [
                "BedrockPS.HelpBuilder.Fixtures.FixtureReply: "
                + "-InputObject, by value or property name (InputObject): The fixture to change.",
                "System.String: -Region, by property name (Region, RegionToCall, Where): The region to ask.",
            ],
            Types(_help.Command("Set-Fixture"), "inputTypes", "inputType"));

    [Fact]
    public void Outputs_say_what_their_type_is_and_when_they_come() =>
        Assert.Equal(
            [
                "BedrockPS.HelpBuilder.Fixtures.FixtureReply: What a fixture answers.",
                "System.String[]: In parameter set ById.",
                "Fixture.View: ",
            ],
            Types(Get, "returnValues", "returnValue"));

    [Theory]
    [InlineData("Set-Fixture")]
    [InlineData("Stop-Fixture")]
    public void A_cmdlet_without_output_says_so(string name) =>
        Assert.Equal(
            ["None: This cmdlet writes nothing."], Types(_help.Command(name), "returnValues", "returnValue"));

    [Fact]
    public void A_cmdlet_without_pipeline_input_says_so() =>
        Assert.Equal(
            ["None: Nothing can be piped to this cmdlet."],
            Types(_help.Command("Stop-Fixture"), "inputTypes", "inputType"));

    private static IEnumerable<string> Types(XElement command, params string[] path) =>
        MamlFile.All(command, path)
            .Select(t => $"{MamlFile.Text(t, "type", "name")}: {MamlFile.Text(t, "description", "para")}");
}
