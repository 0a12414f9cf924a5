using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Tests.Replies;

public sealed class WordSplitterTests
{
    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData(" one  two three   four five ")]
    [InlineData("zwei \u00fcber \ud83d\ude00 drei vier f\u00fcnf sechs")]
    public void The_pieces_join_to_the_text(string text)
    {
        Assert.Equal(text, string.Concat(WordSplitter.Split(text)));
    }

    [Fact]
    public void A_piece_ends_where_a_word_ends()
    {
        Assert.Equal(["a b c", " d"], WordSplitter.Split("a b c d"));
    }
}
