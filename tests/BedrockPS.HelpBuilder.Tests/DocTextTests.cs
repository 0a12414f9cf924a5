using System.Xml.Linq;
using BedrockPS.HelpBuilder.Documentation;

namespace BedrockPS.HelpBuilder.Tests;

public sealed class DocTextTests
{
    private static readonly CrefNames Names = new(new Dictionary<string, string> { ["T:A.GetXCommand"] = "Get-X" });

    [Theory]
    [InlineData("  a\n   b <c>c</c> <b>d</b> ", "a b c d")]
    [InlineData("one<para>two</para>three", "one|two|three")]
    [InlineData("one<br/>two", "one|two")]
    [InlineData("<see langword='true'/> <see langword='await'/>", "$true await")]
    [InlineData("<paramref name='id'/> of <typeparamref name='T'/>", "id of T")]
    [InlineData("<see cref='T:A.GetXCommand'/> <see cref='T:A.Reply'>the reply</see>", "Get-X the reply")]
    [InlineData("<see href='https://x.y'/> <see href='https://x.y'>page</see>", "https://x.y page (https://x.y)")]
    [InlineData("see<code>\n  a\n    b\n</code>there", "see|a\n  b|there")]
    [InlineData("<list type='number'><item>a</item><item>b</item></list>", "1. a\n2. b")]
    [InlineData("<list><item><term>t</term><description>d</description></item></list>", "- t: d")]
    [InlineData("a<note>b</note>", "a")]
    [InlineData("<![CDATA[<a>]]>", "<a>")]
    [InlineData(" \n ", "")]
    public void Comments_become_plain_paragraphs(string xml, string expected)
    {
        XElement element = XElement.Parse($"<summary>{xml}</summary>", LoadOptions.PreserveWhitespace);

        Assert.Equal(expected, string.Join('|', new DocText(Names).Paragraphs(element)));
    }

    [Theory]
    [InlineData("T:A.B.Reply", "Reply")]
    [InlineData("T:A.List`1", "List")]
    [InlineData("P:A.Reply.Text", "Reply.Text")]
    [InlineData("M:A.Reply.Write(System.String)", "Reply.Write")]
    [InlineData("M:A.Reply.#ctor(System.Int32)", "Reply")]
    [InlineData("F:A.Speed.Fast", "Fast")]
    [InlineData("!:Unknown", "Unknown")]
    public void References_read_as_names(string cref, string expected) => Assert.Equal(expected, Names.Of(cref));

    [Fact]
    public void Code_that_begins_beside_its_tag_loses_the_margin_of_its_other_lines() =>
        Assert.Equal("$a = @{\n    b = 1\n}\nc", DocText.Code("$a = @{\n            b = 1\n        }\n        c"));

    [Fact]
    public void Code_keeps_its_blank_lines_and_loses_its_margin() =>
        Assert.Equal("a\n\n  b", DocText.Code("\r\n    a\r\n\r\n      b  \r\n    "));
}
