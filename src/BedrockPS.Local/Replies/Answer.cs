using System.Text;

namespace BedrockPS.Local.Replies;

/// <summary>An answer in no family's words: reasoning, text in pieces, a tool use, and why it ends.</summary>
internal sealed class Answer
{
    private long _characters;
    private string? _text;

    public required IEnumerable<string> Pieces { get; init; }

    public required int InputTokens { get; init; }

    public required string StopReason { get; init; }

    public string? StopSequence { get; init; }

    public string? Reasoning { get; init; }

    /// <summary>The tools that it wants used, all at once.</summary>
    public IReadOnlyList<ScriptedToolCall> Tools { get; init; } = [];

    public bool HasText { get; init; } = true;

    /// <summary>All the pieces at once.</summary>
    public string Text => _text ??= string.Concat(ReadPieces());

    /// <summary>The tokens of the whole answer, which is read for it.</summary>
    public int CountWhole()
    {
        _text ??= string.Concat(ReadPieces());
        return OutputTokens;
    }

    /// <summary>The tokens of what was read of the answer so far.</summary>
    public int OutputTokens =>
        TokenCounter.Count(_characters + (Reasoning?.Length ?? 0) + Tools.Sum(tool => tool.InputJson.Length));

    /// <summary>The pieces, counted as they are taken; none ends in half a character.</summary>
    public IEnumerable<string> ReadPieces()
    {
        StringBuilder carry = new();
        foreach (string piece in Pieces)
        {
            string text = carry.Append(piece).ToString();
            carry.Clear();
            if (text.Length > 0 && char.IsHighSurrogate(text[^1]))
            {
                carry.Append(text[^1]);
                text = text[..^1];
            }

            _characters += text.Length;
            yield return text;
        }

        if (carry.Length > 0)
        {
            _characters += carry.Length;
            yield return carry.ToString();
        }
    }
}
