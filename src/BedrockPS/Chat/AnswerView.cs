
namespace BedrockPS.Chat;

/// <summary>Shows one streamed answer of the model as it arrives, and ends its last line.</summary>
internal sealed class AnswerView(ChatScreen screen)
{
    private readonly AnswerText _text = new(screen.IsStyled);
    private bool _isMidLine;
    private bool _isThinking;

    /// <summary>Shows what an event brings.</summary>
    public void Show(ConverseEvent e)
    {
        if (e is ContentBlockDeltaEvent { Text: { Length: > 0 } piece })
        {
            Write(_text.Add(piece), piece[^1] != '\n');
        }
        else if (e is ContentBlockDeltaEvent { Reasoning: not null } && !_isThinking)
        {
            // It may take a minute; what is thought is in the conversation.
            screen.Say("-- thinking");
            _isThinking = true;
        }
    }

    /// <summary>Shows what waited, and goes to a line of its own.</summary>
    public void End()
    {
        Write(_text.End(), _isMidLine);
        if (_isMidLine)
        {
            screen.WriteLine();
            _isMidLine = false;
        }
    }

    private void Write(string text, bool isMidLine)
    {
        screen.Write(text);
        _isMidLine = isMidLine;
    }
}
