using BedrockPS.Conversion;
using BedrockPS.Diagnosis;

namespace BedrockPS.Chat;

/// <summary>Reads lines until the chat is left; sends what is a message, and does what is a command.</summary>
/// <param name="reader">Where the lines come from.</param>
/// <param name="screen">Where it says what it has to say.</param>
/// <param name="commands">The commands.</param>
/// <param name="history">Keeps what was sent.</param>
/// <param name="services">Sends the messages.</param>
internal sealed class ChatLoop(
    ILineReader reader, ChatScreen screen, SlashCommands commands, LineHistory history, IChatServices services)
{
    private const string Prompt = "you> ";

    private bool _isLeft;
    private bool _isWarned;

    /// <summary>Ends the loop after this line.</summary>
    public void Leave() => _isLeft = true;

    public void Run()
    {
        while (!_isLeft)
        {
            LineRead line = reader.Read(Prompt);
            switch (line.Outcome)
            {
                case EditOutcome.Left:
                    Leave();
                    break;
                case EditOutcome.Interrupted:
                    Interrupt(line.Text);
                    break;
                default:
                    _isWarned = false;
                    Take(line.Text);
                    break;
            }
        }
    }

    // Pressed once too often, Ctrl+C was to stop an answer that had just ended: it does not end the chat as well.
    private void Interrupt(string written)
    {
        if (written.Length > 0)
        {
            _isWarned = false;
        }
        else if (_isWarned)
        {
            Leave();
        }
        else
        {
            _isWarned = true;
            screen.Say("Ctrl+C once more, Ctrl+D or /exit leaves the chat.");
        }
    }

    private void Take(string written)
    {
        ChatLine line = ChatLine.Read(written);
        if (line.IsEmpty)
        {
            return;
        }

        history.Add(written);
        if (line.Command is null)
        {
            services.Send(line.Text);
        }
        else
        {
            Obey(line);
        }
    }

    private void Obey(ChatLine line)
    {
        try
        {
            if (commands.Run(line) is { } remark)
            {
                screen.Complain(VisibleText.Of(remark));
            }
        }
        catch (BedrockException failure)
        {
            screen.Complain(ChatFailure.Line(failure, RecommendedActions.For(failure)));
        }
    }
}
