namespace BedrockPS.Chat;

/// <summary>A word that a chat itself understands, after a slash.</summary>
/// <param name="Name">The word, without the slash.</param>
/// <param name="Argument">How its argument is shown in the help; empty where it takes none.</param>
/// <param name="Summary">What it does, in one line.</param>
/// <param name="Run">Does it, with its argument.</param>
public sealed record SlashCommand(string Name, string Argument, string Summary, Action<string> Run)
{
    /// <summary>Other words for it, which the help does not show.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What its argument may be, given the beginning of it; nothing where that is open.</summary>
    public Func<string, IEnumerable<string>> Complete { get; init; } = _ => [];

    /// <summary>Whether a word means this command.</summary>
    public bool IsNamed(string word) =>
        word.Equals(Name, StringComparison.OrdinalIgnoreCase)
        || Aliases.Contains(word, StringComparer.OrdinalIgnoreCase);
}
