using BedrockPS.Chat;

namespace BedrockPS.Tests;

public class LineHistoryTests
{
    [Fact]
    public void ALineIsNotKeptTwiceInARow()
    {
        LineHistory history = new();
        history.Add("a");
        history.Add("a");
        history.Add("b");
        history.Add("a");

        Assert.Equal(["a", "b", "a"], history.Lines);
    }

    [Fact]
    public void ItHasTwoEnds()
    {
        LineHistory history = new();
        Assert.Null(history.Previous("x"));
        history.Add("a");

        Assert.Equal("a", history.Previous("draft"));
        Assert.Null(history.Previous("a"));
        Assert.Equal("draft", history.Next());
        Assert.Null(history.Next());
    }

    [Fact]
    public void ItForgetsTheOldest()
    {
        LineHistory history = new();
        foreach (int i in Enumerable.Range(0, 600))
        {
            history.Add($"{i}");
        }

        Assert.Equal((500, "100", "599"), (history.Lines.Count, history.Lines[0], history.Lines[^1]));
    }
}
