using System.Text;

namespace BedrockPS.Conversion;

/// <summary>Collects piped objects as the context of one call: a compact line each, up to a limit.</summary>
internal sealed class ContextText(int maxCharacters)
{
    private readonly StringBuilder _lines = new();
    private long _allCharacters;
    private int _sent;

    /// <summary>How many objects came.</summary>
    public int Count { get; private set; }

    /// <summary>What the limit left out, in words for a warning; null where it left nothing out.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it left out everything.</exception>
    private string? CutNotice => _sent == Count ? null
        : _sent == 0 ? throw new BedrockException(
            Http.ClientErrorCode.InvalidRequest,
            $"The first object alone is longer than the {maxCharacters:N0} characters that the context may have. "
            + "Select fewer properties, or raise -MaxContextCharacters.")
        : $"The context was cut: {_sent:N0} of {Count:N0} objects were sent ({_lines.Length:N0} of {_allCharacters:N0} "
        + "characters). Select fewer properties or objects, or raise -MaxContextCharacters.";

    /// <summary>Adds an object; once one did not fit, none is added any more.</summary>
    public void Add(object item)
    {
        string line = ObjectLine.Of(item);
        bool fits = _sent == Count && _lines.Length + line.Length + 1 <= maxCharacters;
        Count++;
        _allCharacters += line.Length + 1;
        if (fits)
        {
            _lines.Append(line).Append('\n');
            _sent++;
        }
    }

    /// <summary>The context as a block of the question; none where nothing came.</summary>
    /// <param name="warn">Told what the limit left out.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it left out everything.</exception>
    public IReadOnlyList<ContentBlock> ToBlocks(Action<string> warn)
    {
        if (Count == 0)
        {
            return [];
        }

        if (CutNotice is { } notice)
        {
            warn(notice);
        }

        return [new TextBlock { Text = ToString() }];
    }

    /// <summary>The lines, marked off from the question that follows them.</summary>
    public override string ToString() => $"<context>\n{_lines}</context>";
}
