using System.Xml.Linq;

namespace BedrockPS.HelpBuilder.Tests;

/// <summary>A run of the tool over the fixtures, with its own copy of their documentation to spoil.</summary>
internal sealed class HelpRun : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("bedrockps-help-").FullName;

    public HelpRun()
    {
        Documentation = [Path.Combine(_directory, "docs.xml")];
        File.Copy(Beside("BedrockPS.HelpBuilder.Fixtures.xml"), Documentation[0]);
        Output = Path.Combine(_directory, "en-US", "Fixtures.dll-Help.xml");
    }

    public string Assembly { get; set; } = Beside("BedrockPS.HelpBuilder.Fixtures.dll");

    public List<string> Documentation { get; }

    public string Output { get; }

    public string Messages { get; private set; } = "";

    public int Start(params string[] more)
    {
        using StringWriter output = new();
        using StringWriter errors = new();
        int code = HelpBuild.Run(
            ["--assembly", Assembly, "--documentation", .. Documentation,
             "--reference", Beside("System.Management.Automation.dll"), "--output", Output, .. more],
            output,
            errors);
        Messages = errors.ToString();
        return code;
    }

    public MamlFile Read() => new(XDocument.Load(Output));

    /// <summary>Changes the comment on one member.</summary>
    public void Spoil(string id, Action<XElement> change)
    {
        XDocument document = XDocument.Load(Documentation[0], LoadOptions.PreserveWhitespace);
        change(document.Descendants("member").Single(m => (string?)m.Attribute("name") == id));
        document.Save(Documentation[0]);
    }

    /// <summary>Moves one comment to a documentation file of its own.</summary>
    public void MoveToSecondFile(string id)
    {
        string second = Path.Combine(_directory, "second.xml");
        Spoil(id, member =>
        {
            member.Remove();
            new XDocument(new XElement("doc", new XElement("members", member))).Save(second);
        });
        Documentation.Add(second);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
