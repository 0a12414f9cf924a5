namespace BedrockPS.Local.Replies;

/// <summary>Counts tokens, everywhere in the same way: four characters are one, and one is the least.</summary>
internal static class TokenCounter
{
    public const int CharactersPerToken = 4;

    public static int Count(long characters) =>
        (int)Math.Max(1, (characters + CharactersPerToken - 1) / CharactersPerToken);

    public static int Count(string text) => Count(text.Length);
}
