using BedrockPS.Http;

namespace BedrockPS.StructuredOutput;

/// <summary>Takes the words and signs of a schema's short form, and says where one is wrong.</summary>
/// <param name="text">The short form.</param>
internal sealed class ShortSchemaReader(string text)
{
    private const string Ends = ",;\n}";

    private int _at;

    public bool IsAtEnd
    {
        get
        {
            SkipSpace();
            return _at >= text.Length;
        }
    }

    public bool IsQuoteNext => !IsAtEnd && text[_at] is '"' or '\'';

    /// <summary>Whether a type stands here, on the line of its field.</summary>
    public bool IsTypeNext => !IsAtEnd && (IsQuoteNext || text[_at] == '{' || IsOfWord(text[_at]));

    public bool Is(char sign) => !IsAtEnd && text[_at] == sign;

    /// <summary>Where the next word begins, for an error that is found behind it.</summary>
    public int Mark()
    {
        SkipSpace();
        return _at;
    }

    public bool TryTake(char sign)
    {
        bool isThere = Is(sign);
        _at += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>Skips what parts fields, empty ones too; false at the end.</summary>
    public bool SkipSeparators()
    {
        while (SkipSeparator())
        {
        }

        return !IsAtEnd;
    }

    public bool SkipSeparator() => TryTake(',') || TryTake(';') || TryTake('\n');

    /// <summary>A bare word or a quoted text; null where neither stands here.</summary>
    public string? ReadWord()
    {
        if (IsQuoteNext)
        {
            return ReadQuoted();
        }

        int start = Mark();
        while (_at < text.Length && IsOfWord(text[_at]))
        {
            _at++;
        }

        return _at > start ? text[start.._at] : null;
    }

    /// <summary>A quoted text, or all up to the end of the field.</summary>
    public string ReadDescription()
    {
        if (IsQuoteNext)
        {
            return ReadQuoted();
        }

        int start = Mark();
        int length = text.AsSpan(start).IndexOfAny(Ends);
        _at = length < 0 ? text.Length : start + length;
        return text[start.._at].Trim();
    }

    public BedrockException Error(string what, int? at = null) => new(
        ClientErrorCode.InvalidRequest,
        $"-Schema cannot be read at column {(at ?? Mark()) + 1}: {what}. The short form is "
        + "'name, age int, tags string[], level low|high: how bad it is'; JSON Schema goes as a hashtable, as JSON "
        + "text or as the path of a .json file.");

    private string ReadQuoted()
    {
        int start = _at;
        int end = text.IndexOf(text[start], start + 1);
        if (end <= start + 1)
        {
            throw Error(end < 0 ? "the quote is not closed" : "there is nothing in the quotes", start);
        }

        _at = end + 1;
        return text[(start + 1)..end];
    }

    // A new line ends a field, so it is no space.
    private void SkipSpace()
    {
        while (_at < text.Length && text[_at] != '\n' && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '$' or '#' or '@';
}
