namespace BedrockPS.Chat.Editing;

/// <summary>Goes round the completions of what was written, one a press of Tab.</summary>
/// <param name="complete">The whole texts that could stand for a text.</param>
internal sealed class CompletionCycle(Func<string, IReadOnlyList<string>> complete)
{
    private IReadOnlyList<string> _found = [];
    private string _shown = string.Empty;
    private int _at;

    /// <summary>The next completion of a text, or the one before it; null where there is none.</summary>
    public string? Step(string text, int direction)
    {
        if (_found.Count == 0 || text != _shown)
        {
            _found = complete(text);
            _at = direction > 0 ? -1 : 0;
        }

        if (_found.Count == 0)
        {
            return null;
        }

        _at = (_at + direction + _found.Count) % _found.Count;
        return _shown = _found[_at];
    }
}
