using BedrockPS.Chat;

namespace BedrockPS.Tests;

public class LineEditorTests
{
    private readonly Typist _typist = new(new TestScreen(40, 10));

    [Fact]
    public void TypedTextStandsBehindThePrompt()
    {
        _typist.Type("hello");

        Assert.Equal(["you> hello"], _typist.Screen.Lines);
        Assert.Equal((0, 10), _typist.Screen.Cursor);
        Assert.Equal(EditOutcome.Sent, _typist.Press(Keys.Enter));
    }

    [Fact]
    public void AnApostropheIsTextLikeAnyOther() =>
        Assert.Equal(EditOutcome.Sent, _typist.Type("what's \"up\" $(here)").Press(Keys.Enter));

    [Theory]
    [InlineData("one two", new[] { ConsoleKey.Home }, "Xone two")]
    [InlineData("one two", new[] { ConsoleKey.LeftArrow, ConsoleKey.LeftArrow }, "one tXwo")]
    [InlineData("one two", new[] { ConsoleKey.Home, ConsoleKey.Delete, ConsoleKey.RightArrow }, "nXe two")]
    [InlineData("one two", new[] { ConsoleKey.Home, ConsoleKey.End }, "one twoX")]
    public void KeysMoveTheCursor(string text, ConsoleKey[] keys, string expected)
    {
        _typist.Type(text);
        foreach (ConsoleKey key in keys)
        {
            _typist.Press(Keys.Of(key));
        }

        Assert.Equal(expected, _typist.Type("X").Text);
    }

    [Theory]
    [InlineData("one two", new[] { ConsoleKey.W }, "one X")]
    [InlineData("one two", new[] { ConsoleKey.U }, "X")]
    [InlineData("one two", new[] { ConsoleKey.A, ConsoleKey.K }, "X")]
    [InlineData("one two", new[] { ConsoleKey.A, ConsoleKey.F, ConsoleKey.D }, "oXe two")]
    [InlineData("one two", new[] { ConsoleKey.LeftArrow }, "one Xtwo")]
    [InlineData("one two", new[] { ConsoleKey.W, ConsoleKey.Y, ConsoleKey.Y }, "one twotwoX")]
    [InlineData("one two", new[] { ConsoleKey.H, ConsoleKey.Backspace }, "one X")]
    [InlineData("one two", new[] { ConsoleKey.J }, "one two\nX")]
    [InlineData("one two", new[] { ConsoleKey.Enter }, "one two\nX")]
    public void ControlKeysEdit(string text, ConsoleKey[] keys, string expected)
    {
        _typist.Type(text);
        foreach (ConsoleKey key in keys)
        {
            _typist.Press(Keys.Control(key));
        }

        Assert.Equal(expected, _typist.Type("X").Text);
    }

    [Theory]
    [InlineData(ConsoleKey.B, "one Xtwo")]
    [InlineData(ConsoleKey.Backspace, "one X")]
    public void AltComesAsAModifierOrAfterEscape(ConsoleKey key, string expected)
    {
        _typist.Type("one two").Press(Keys.Alt(key));
        Assert.Equal(expected, _typist.Type("X").Text);

        Typist other = new(new TestScreen(40, 10));
        other.Type("one two").Press(Keys.Escape, new ConsoleKeyInfo((char)key, key, false, false, false));
        Assert.Equal(expected, other.Type("X").Text);
    }

    [Fact]
    public void EscapeByItselfTakesTheTextOut()
    {
        _typist.Type("one").Press(Keys.Escape);

        Assert.Equal((string.Empty, "you>"), (_typist.Text, _typist.Screen.Lines[0]));
    }

    [Fact]
    public void AltGrMakesCharacters()
    {
        _typist.Press(new ConsoleKeyInfo('@', ConsoleKey.Q, false, true, true));
        _typist.Press(new ConsoleKeyInfo('}', ConsoleKey.D0, false, true, true));

        Assert.Equal("@}", _typist.Text);
    }

    [Fact]
    public void CtrlCGivesUpAndCtrlDLeavesOnlyWhereNothingIsWritten()
    {
        Assert.Equal(EditOutcome.Left, _typist.Press(Keys.Control(ConsoleKey.D)));
        Assert.Equal(EditOutcome.Editing, _typist.Type("x").Press(Keys.Control(ConsoleKey.D)));
        Assert.Equal(EditOutcome.Interrupted, _typist.Press(Keys.Control(ConsoleKey.C)));
    }

    [Fact]
    public void PastedLinesAreNotSentOneByOne()
    {
        EditOutcome outcome = _typist.Press(Keys.Paste("one\r\ttwo\r\rthree\r"));

        Assert.Equal(EditOutcome.Editing, outcome);
        Assert.Equal("one\n\ttwo\n\nthree\n", _typist.Text);
        Assert.Equal(["you> one", "   >     two", "   >", "   > three", "   >"], _typist.Screen.Lines);
    }

    [Fact]
    public void CtrlCLeadsOutOfAPasteWhoseEndWasLost()
    {
        _typist.Press([.. "\e[200~one\u0003two".Select(Keys.Char)]);

        Assert.Equal(EditOutcome.Interrupted, _typist.Press(Keys.Control(ConsoleKey.C)));
        Assert.Equal("x", _typist.Type("x").Text);
    }

    [Fact]
    public void PastedControlCharactersDoNotReachTheScreen()
    {
        _typist.Press(Keys.Paste("a\e[31mb\u0007c\u0085"));

        Assert.Equal("a[31mbc", _typist.Text);
    }

    [Fact]
    public void WhereTheConsoleMarksNoPasteEnterWithMoreBehindItIsOne()
    {
        Typist typist = new(new TestScreen(40, 10), isPasteUnmarked: true);

        EditOutcome outcome = typist.Press([.. "one\r\ttwo\r".Select(Keys.Char)]);

        Assert.Equal((EditOutcome.Sent, "one\n\ttwo"), (outcome, typist.Text));
    }

    [Fact]
    public void LinesTypedAheadAreNotOnePaste() =>
        Assert.Equal(EditOutcome.Sent, _typist.Press(Keys.Char('a'), Keys.Enter));

    [Theory]
    [InlineData("[13;2u")]
    [InlineData("[27;5;13~")]
    public void TerminalsThatTellShiftEnterApartBeginALineWithIt(string sequence)
    {
        _typist.Type("a").Press([.. $"\e{sequence}b".Select(Keys.Char)]);

        Assert.Equal("a\nb", _typist.Text);
    }

    [Fact]
    public void UnknownSequencesAreNoText()
    {
        _typist.Press([.. "\e[1;9Pa".Select(Keys.Char)]);

        Assert.Equal("a", _typist.Text);
    }

    [Fact]
    public void ALineThatGoesOnIsContinuedAtTheNextPrompt()
    {
        EditOutcome outcome = _typist.Type("one \\").Press(Keys.Enter);
        _typist.Type("two");

        Assert.Equal((EditOutcome.Editing, "one\ntwo"), (outcome, _typist.Text));
        Assert.Equal(["you> one", "   > two"], _typist.Screen.Lines);
        Assert.Equal(EditOutcome.Sent, _typist.Press(Keys.Enter));
    }

    [Fact]
    public void TheArrowsMoveThroughTheLinesAndThenThroughHistory()
    {
        LineHistory history = new();
        history.Add("first");
        history.Add("second");
        Typist typist = new(new TestScreen(40, 10), history);
        typist.Type("a").Press(Keys.AltEnter);
        typist.Type("bcd");

        typist.Press(Keys.Of(ConsoleKey.UpArrow));
        Assert.Equal((0, 6), typist.Screen.Cursor);
        typist.Press(Keys.Of(ConsoleKey.UpArrow));
        Assert.Equal("second", typist.Text);
        typist.Press(Keys.Of(ConsoleKey.UpArrow));
        typist.Press(Keys.Of(ConsoleKey.UpArrow));
        Assert.Equal(("first", "you> first"), (typist.Text, typist.Screen.Lines[0]));
        typist.Press(Keys.Of(ConsoleKey.DownArrow));
        typist.Press(Keys.Of(ConsoleKey.DownArrow));
        Assert.Equal("a\nbcd", typist.Text);
    }

    [Fact]
    public void TabGoesRoundTheCompletions()
    {
        Typist typist = new(new TestScreen(40, 10), complete: text => text == "/s" ? ["/save ", "/system "] : []);
        typist.Type("/s");

        string[] seen = [.. new[] { Keys.Tab, Keys.Tab, Keys.Tab, Keys.ShiftTab }.Select(key =>
        {
            typist.Press(key);
            return typist.Text;
        })];

        Assert.Equal(["/save ", "/system ", "/save ", "/system "], seen);
        Assert.Equal("/system xy", typist.Type("xy").Text);
        typist.Press(Keys.Tab);
        Assert.Equal("/system xy", typist.Text);
    }

    [Fact]
    public void AWholeCharacterIsTakenOutAtOnce()
    {
        _typist.Type("a👨‍👩‍👧é漢");
        Assert.Equal((0, 11), _typist.Screen.Cursor);

        _typist.Press(Keys.Backspace);
        _typist.Press(Keys.Backspace);
        Assert.Equal("a👨‍👩‍👧", _typist.Text);
        _typist.Press(Keys.Backspace);
        Assert.Equal("a", _typist.Text);
    }
}
