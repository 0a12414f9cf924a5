using BedrockPS.Chat;

namespace BedrockPS.Tests;

public class ContinuationTests
{
    [Theory]
    [InlineData("one \\", true)]
    [InlineData("one `", true)]
    [InlineData("\\", true)]
    [InlineData("one\ntwo \\", true)]
    [InlineData("What is in C:\\Windows\\", false)]
    [InlineData("What does `Get-Item`", false)]
    [InlineData("\"\"\"", true)]
    [InlineData("\"\"\" one\ntwo", true)]
    [InlineData("\"\"\"one\"\"\"", false)]
    [InlineData("one \"\"\"", false)]
    [InlineData("", false)]
    public void SignsAtTheEndAndOpenBlocksGoOn(string text, bool isOpen) =>
        Assert.Equal(isOpen, Continuation.IsOpen(text));

    [Theory]
    [InlineData("one \\", "one")]
    [InlineData("\"\"\" one \\", "\"\"\" one \\")]
    [InlineData("one", "one")]
    public void TheSignGoesAndTheTextOfABlockStays(string text, string kept) =>
        Assert.Equal(kept, Continuation.Continue(text));

    [Theory]
    [InlineData("  one  ", "one")]
    [InlineData("\"\"\"\n  one\n\ntwo\n\"\"\"", "  one\n\ntwo")]
    [InlineData("\"\"\"one\"\"\"", "one")]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"", "\"\"\"")]
    [InlineData("say \"hi\"", "say \"hi\"")]
    public void ABlockIsSentWithoutItsQuotes(string text, string sent) => Assert.Equal(sent, Continuation.Unwrap(text));
}
