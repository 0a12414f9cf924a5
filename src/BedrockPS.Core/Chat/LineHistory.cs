namespace BedrockPS.Chat;

/// <summary>The lines that were sent, to be had again with the arrows.</summary>
public sealed class LineHistory
{
    private const int MaxCount = 500;

    private readonly List<string> _lines = [];
    private string _draft = string.Empty;
    private int _at;

    /// <summary>The lines, oldest first.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Keeps a line, and begins at the newest again; one that was just kept is not kept twice.</summary>
    public void Add(string line)
    {
        if (_lines.Count == 0 || _lines[^1] != line)
        {
            _lines.Add(line);
        }

        if (_lines.Count > MaxCount)
        {
            _lines.RemoveAt(0);
        }

        Reset();
    }

    /// <summary>Begins at the newest line again.</summary>
    public void Reset() => (_at, _draft) = (_lines.Count, string.Empty);

    /// <summary>The line before; null at the oldest.</summary>
    /// <param name="current">What is being edited, which comes back behind the newest line.</param>
    public string? Previous(string current)
    {
        if (_at == 0)
        {
            return null;
        }

        if (_at == _lines.Count)
        {
            _draft = current;
        }

        return _lines[--_at];
    }

    /// <summary>The line after, or what was being edited before; null where it is that already.</summary>
    public string? Next()
    {
        if (_at >= _lines.Count)
        {
            return null;
        }

        _at++;
        return _at == _lines.Count ? _draft : _lines[_at];
    }
}
