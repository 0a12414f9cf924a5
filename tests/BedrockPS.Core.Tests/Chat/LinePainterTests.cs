using BedrockPS.Chat;

namespace BedrockPS.Tests;

public class LinePainterTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ALongLineIsWrappedAndEditedInEveryRow(bool isWrapDelayed)
    {
        Typist typist = new(new TestScreen(10, 8, isWrapDelayed));
        typist.Type("abcdefghijklmnop");
        Assert.Equal(["you> abcde", "fghijklmno", "p"], typist.Screen.Lines);

        typist.Press(Keys.Of(ConsoleKey.Home));
        typist.Type("X");
        Assert.Equal(["you> Xabcd", "efghijklmn", "op"], typist.Screen.Lines);
        Assert.Equal((0, 6), typist.Screen.Cursor);

        typist.Press(Keys.Control(ConsoleKey.U));
        typist.Press(Keys.Of(ConsoleKey.End));
        typist.Press(Keys.Control(ConsoleKey.W));
        Assert.Equal(["you>"], typist.Screen.Lines);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ALineThatFillsItsRowLeavesTheCursorInTheNext(bool isWrapDelayed)
    {
        Typist typist = new(new TestScreen(10, 8, isWrapDelayed));
        typist.Type("abcde");
        Assert.Equal((1, 0), typist.Screen.Cursor);

        typist.Press(Keys.Backspace);
        typist.Type("Ef");
        Assert.Equal(["you> abcdE", "f"], typist.Screen.Lines);
        typist.Finish();
        Assert.Equal((2, 0), typist.Screen.Cursor);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AWideCharacterThatDoesNotFitGoesToTheNextRow(bool isWrapDelayed)
    {
        Typist typist = new(new TestScreen(10, 8, isWrapDelayed));
        typist.Type("abcd漢e");

        Assert.Equal(["you> abcd", "漢e"], typist.Screen.Lines);
        Assert.Equal((1, 3), typist.Screen.Cursor);
        typist.Press(Keys.Of(ConsoleKey.LeftArrow));
        typist.Press(Keys.Backspace);
        Assert.Equal(["you> abcde"], typist.Screen.Lines.Where(line => line.Length > 0));
        Assert.Equal((0, 9), typist.Screen.Cursor);
    }

    [Fact]
    public void WhatIsHigherThanTheScreenIsShownAroundTheCursor()
    {
        Typist typist = new(new TestScreen(20, 4));
        typist.Press(Keys.Paste(string.Join('\r', Enumerable.Range(1, 9).Select(i => $"line {i}"))));
        Assert.Equal(["   > line 6", "   > line 7", "   > line 8", "   > line 9"], typist.Screen.Lines);

        for (int i = 0; i < 8; i++)
        {
            typist.Press(Keys.Of(ConsoleKey.UpArrow));
        }

        Assert.Equal(["you> line 1", "   > line 2", "   > line 3", "   > line 4"], typist.Screen.Lines);
        Assert.Equal((0, 11), typist.Screen.Cursor);
    }

    [Fact]
    public void WhatStoodAboveStaysWhenTheScreenScrolls()
    {
        TestScreen screen = new(20, 4);
        screen.Write("before\r\n");
        Typist typist = new(screen);
        typist.Press(Keys.Paste("1\r2\r3\r4\r5"));
        typist.Press(Keys.Of(ConsoleKey.UpArrow));
        typist.Finish();

        Assert.Equal("before", screen.Lines[0]);
        Assert.Equal("   > 5", screen.Lines[^2]);
    }

    [Fact]
    public void EveryEditLeavesTheScreenAsIfItWereDrawnAnew()
    {
        Random random = new(7);
        ConsoleKeyInfo[] keys =
        [
            Keys.Char('a'), Keys.Char('b'), Keys.Char('漢'), Keys.Char(' '), Keys.Char('é'), Keys.AltEnter,
            Keys.Backspace, Keys.Of(ConsoleKey.LeftArrow), Keys.Of(ConsoleKey.RightArrow), Keys.Of(ConsoleKey.UpArrow),
            Keys.Of(ConsoleKey.DownArrow), Keys.Of(ConsoleKey.Home), Keys.Of(ConsoleKey.End), Keys.Char('c'),
            Keys.Control(ConsoleKey.W), Keys.Alt(ConsoleKey.B), Keys.Char('d'), Keys.Char('e'), Keys.Char('f'),
        ];
        for (int round = 0; round < 40; round++)
        {
            Typist typist = new(new TestScreen(11, 200, round % 2 == 0));
            for (int i = 0; i < 60; i++)
            {
                typist.Press(keys[random.Next(keys.Length)]);
            }

            Typist fresh = new(new TestScreen(11, 200, round % 2 == 0));
            fresh.Press(Keys.Paste(typist.Text.Replace('\n', '\r')));
            Assert.Equal(fresh.Screen.Lines, typist.Screen.Lines);
        }
    }
}
