using System.Text.RegularExpressions;
using BedrockPS.Chat;

namespace BedrockPS.Tests;

public partial class AnswerTextTests
{
    private const string Sample =
        "# Title\nPlain **bold** and *it*, `co*de` and ***both***.\n\n* item with **strong *inner* text**\n"
        + "2 * 3 ** 4, **/*.log, a*b*c, \\*no\\*, snake_case __x__\n```powershell\nGet-Item *.txt # **no**\n"
        + "  ``` not yet\n```\n~~~\n`x`\n~~~\n| a | b |\n|---|---|\n> quote [l](http://x)\n####### no\n"
        + "漢字 👨‍👩‍👧 é\n**open\nend";

    [Theory]
    [InlineData("**b** x", "<0;2>**<0;1>b<0;2>** <0>x")]
    [InlineData("*i*", "<0;2>*<0;3>i<0;2>*<0>")]
    [InlineData("a `c` b", "a <0;2>`<0;36>c<0;2>` <0>b")]
    [InlineData("# T\nx", "<0;1># T<0>\nx")]
    [InlineData("#hash", "#hash")]
    [InlineData("2 * 3 * 4", "2 * 3 * 4")]
    [InlineData("**/*.cs and *.log", "**/*.cs and *.log")]
    [InlineData("a*b*c 2**3", "a*b*c 2**3")]
    [InlineData("\\*no\\*", "\\*no\\*")]
    [InlineData("~/a ~b", "~/a ~b")]
    [InlineData("* a\n* b", "* a\n* b")]
    [InlineData("`a * b` *c*", "<0;2>`<0;36>a * b<0;2>` *<0;3>c<0;2>*<0>")]
    [InlineData("**open\nx", "<0;2>**<0;1>open<0>\nx")]
    [InlineData("```\n**a** `\n```\n*b*", "<0;36>```<0>\n<0;36>**a** `<0>\n<0;36>```<0>\n<0;2>*<0;3>b<0;2>*<0>")]
    [InlineData("~~~\n```\n~~~\nx", "<0;36>~~~<0>\n<0;36>```<0>\n<0;36>~~~<0>\nx")]
    [InlineData("````\n```\n````\nx", "<0;36>````<0>\n<0;36>```<0>\n<0;36>````<0>\nx")]
    public void MarkdownIsStyledAndNothingElseIs(string markdown, string styled) =>
        Assert.Equal(styled, Codes().Replace(Styled(markdown, markdown.Length), "<$1>"));

    [Fact]
    public void StylingChangesNoCharacter() =>
        Assert.Equal(Sample, Codes().Replace(Styled(Sample, 1000), string.Empty));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void WhereTheStreamIsCutMakesNoDifference(int size) =>
        Assert.Equal(Styled(Sample, 1000), Styled(Sample, size));

    [Fact]
    public void TextIsShownAsItArrives()
    {
        AnswerText answer = new(isStyled: true);

        Assert.Equal("The ", answer.Add("The "));
        Assert.Equal("answer is", answer.Add("answer is"));
        Assert.Equal(" ", answer.Add(" **"));
        Assert.EndsWith("b", answer.Add("b"));
        Assert.Equal(string.Empty, answer.Add("👍"[..1]));
        Assert.EndsWith("👍", answer.Add("👍"[1..]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NothingInAnAnswerCommandsTheTerminal(bool isStyled)
    {
        string evil = "a\e]0;title\a\e[2J\e]52;c;ZXZpbA==\e\\b\u009b31mc\u0090q\u009c\bd\rE\r\n\tf\0\x7f";
        string shown = new AnswerText(isStyled) is var answer ? answer.Add(evil) + answer.End() : string.Empty;

        Assert.DoesNotContain(shown, c => char.IsControl(c) && c is not ('\n' or '\t'));
        Assert.Equal("a␛]0;title␇␛[2J␛]52;c;ZXZpbA==␛\\b\ufffd31mc\ufffdq\ufffd␈dE\n\tf␀␡", shown);
    }

    [Fact]
    public void HalfCharactersBecomeTheSignForUnknownOnes() =>
        Assert.Equal("a\ufffdb\ufffd\ufffd", AnswerText.Plain("a\ud83db\udc00\ud83d"));

    private static string Styled(string text, int size)
    {
        AnswerText answer = new(isStyled: true);
        return string.Concat(text.Chunk(size).Select(piece => answer.Add(new string(piece)))) + answer.End();
    }

    [GeneratedRegex("\e\\[([0-9;]+)m")]
    private static partial Regex Codes();
}
