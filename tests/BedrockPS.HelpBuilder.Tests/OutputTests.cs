using System.Text;

namespace BedrockPS.HelpBuilder.Tests;

public sealed class OutputTests : IDisposable
{
    private readonly HelpRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_same_input_makes_the_same_bytes()
    {
        _run.Start();
        byte[] first = File.ReadAllBytes(_run.Output);
        _run.Start();

        Assert.Equal(first, File.ReadAllBytes(_run.Output));
    }

    [Fact]
    public void The_file_is_utf8_without_a_mark_and_its_lines_end_with_a_line_feed()
    {
        _run.Spoil("T:BedrockPS.HelpBuilder.Fixtures.StopFixtureCommand", m => m.Element("summary")!.Value = "Hält.");
        _run.Start();
        byte[] bytes = File.ReadAllBytes(_run.Output);

        Assert.Equal("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"u8.ToArray(), bytes[..39]);
        Assert.Contains("Hält.", new UTF8Encoding(false, true).GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.Equal((byte)'\n', bytes[^1]);
    }

    [Fact]
    public void Nothing_but_the_file_stays()
    {
        _run.Start();

        Assert.Equal([_run.Output], Directory.GetFiles(Path.GetDirectoryName(_run.Output)!));
    }

    [Fact]
    public void The_comments_on_types_may_be_in_another_file()
    {
        _run.MoveToSecondFile("T:BedrockPS.HelpBuilder.Fixtures.FixtureReply");

        Assert.Equal(HelpBuild.Done, _run.Start());
        Assert.Contains(
            "What a fixture answers.",
            MamlFile.Text(_run.Read().Command("Get-Fixture"), "returnValues", "returnValue", "description"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_cannot_be_written_is_bad_use()
    {
        Directory.CreateDirectory(_run.Output);

        Assert.Equal(HelpBuild.BadUse, _run.Start());
        Assert.Contains("cannot be written", _run.Messages, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(_run.Output)!));
    }
}
