using System.Text;

namespace BedrockPS.Chat.Text;

/// <summary>Takes the power over a terminal out of text that comes in pieces.</summary>
/// <remarks>
/// What a model writes is data. An escape sequence in it could colour, move, hide, rename or answer in the user's name:
/// control characters are shown as the signs that Unicode has for them, line ends and tabs apart.
/// </remarks>
internal sealed class TextCleaner
{
    private const char ControlPictures = '\u2400';
    private const char DeletePicture = '\u2421';
    private const char Unknown = '\ufffd';

    private char _firstHalf;

    /// <summary>The piece as it may be shown; half a character at its end waits for the other half.</summary>
    public string Clean(string piece)
    {
        StringBuilder clean = new(piece.Length + 1);
        foreach (char c in piece)
        {
            Add(clean, c);
        }

        return clean.ToString();
    }

    /// <summary>What is left when nothing more comes.</summary>
    public string End()
    {
        bool isHalf = _firstHalf != default;
        _firstHalf = default;
        return isHalf ? $"{Unknown}" : string.Empty;
    }

    private void Add(StringBuilder clean, char c)
    {
        if (_firstHalf != default)
        {
            clean.Append(char.IsLowSurrogate(c) ? _firstHalf : Unknown);
            _firstHalf = default;
            if (char.IsLowSurrogate(c))
            {
                clean.Append(c);
                return;
            }
        }

        if (char.IsHighSurrogate(c))
        {
            _firstHalf = c;
        }
        else if (c != '\r')
        {
            clean.Append(Shown(c));
        }
    }

    private static char Shown(char c) => c switch
    {
        '\n' or '\t' => c,
        < ' ' => (char)(ControlPictures + c),
        '\u007f' => DeletePicture,
        >= '\u0080' and <= '\u009f' => Unknown,
        _ => char.IsSurrogate(c) ? Unknown : c,
    };
}
