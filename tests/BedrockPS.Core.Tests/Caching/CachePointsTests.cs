using BedrockPS.Caching;

namespace BedrockPS.Tests;

public class CachePointsTests
{
    [Fact]
    public void ThereIsNothingToKeepOfASingleQuestion()
    {
        ConverseRequest request = new() { Messages = [new Message(MessageRole.User, "hi")] };

        CachePoints.Place(request, CacheSection.All, null);

        Assert.DoesNotContain(request.Messages[0].Content, block => block is CachePointBlock);
        Assert.Null(request.System);
        Assert.Null(request.ToolConfig);
    }

    [Fact]
    public void TheListsOfTheCallerStayAsTheyWere()
    {
        List<Message> turns = Turns(3);
        ConverseRequest request = new() { Messages = turns, System = [new TextBlock { Text = "Be brief." }] };

        CachePoints.Place(request, CacheSection.All, "1h");

        Assert.Equal(2, request.System!.Count);
        Assert.Contains(request.Messages[^1].Content, block => block is CachePointBlock { Ttl: "1h" });
        Assert.All(turns, turn => Assert.Single(turn.Content));
    }

    [Fact]
    public void OnlyTheTwoNewestQuestionsAreMarked()
    {
        ConverseRequest request = new() { Messages = Turns(9) };

        CachePoints.Place(request, [CacheSection.History], null);

        int[] marked = [.. Enumerable.Range(0, 9).Where(i => request.Messages[i].Content[^1] is CachePointBlock)];
        Assert.Equal([6, 8], marked);
    }

    [Fact]
    public void AMarkIsNotSetTwice()
    {
        ConverseRequest request = new() { System = [new TextBlock { Text = "x" }, new CachePointBlock()] };

        CachePoints.Place(request, [CacheSection.System], null);

        Assert.Equal(2, request.System!.Count);
    }

    [Fact]
    public void AnUnknownSectionIsRefused() => Assert.Throws<BedrockException>(
        () => CachePoints.Place(new ConverseRequest(), ["Everything"], null));

    private static List<Message> Turns(int count) =>
    [
        .. Enumerable.Range(0, count)
            .Select(i => new Message(i % 2 == 0 ? MessageRole.User : MessageRole.Assistant, $"{i}")),
    ];
}
