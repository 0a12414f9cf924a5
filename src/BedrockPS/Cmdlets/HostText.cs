namespace BedrockPS.Cmdlets;

/// <summary>Writes streamed text to the host, whole characters at a time, and ends its line.</summary>
/// <param name="write">Writes text; the flag says whether the line ends with it.</param>
internal sealed class HostText(Action<string, bool> write)
{
    private string _held = string.Empty;
    private bool _isMidLine;

    /// <summary>Writes a piece; half a character at its end waits for the other half.</summary>
    public void Write(string piece)
    {
        string text = _held + piece;
        int whole = text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
        _held = text[whole..];
        if (whole > 0)
        {
            write(text[..whole], false);
            _isMidLine = true;
        }
    }

    /// <summary>Ends the line, where anything stands on it.</summary>
    public void End()
    {
        if (_isMidLine)
        {
            write(string.Empty, true);
            _isMidLine = false;
        }
    }
}
