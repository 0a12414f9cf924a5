using BedrockPS.Chat.Editing;

namespace BedrockPS.Tests;

public class CellWidthTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("漢字", 4)]
    [InlineData("한글", 4)]
    [InlineData("ｱ", 1)]
    [InlineData("Ａ", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("👍", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("👨‍👩‍👧", 2)]
    [InlineData("🇩🇪", 2)]
    [InlineData("❤️", 2)]
    [InlineData("é → █ €", 7)]
    [InlineData("", 0)]
    public void CharactersTakeTheColumnsThatTerminalsGiveThem(string text, int columns) =>
        Assert.Equal(columns, CellWidth.OfLine(text));
}
