using BedrockPS.Chat.Editing;

namespace BedrockPS.Chat;

/// <summary>Edits one message of a chat: keys in, what to write to the terminal out.</summary>
/// <remarks>It reads no key and writes to no screen, so that it can be tried without either.</remarks>
public sealed class LineEditor
{
    private const string NextLine = "\r\n";
    private const string HomeAndErase = "\u001b[H\u001b[2J";

    private readonly LineBuffer _buffer = new();
    private readonly LinePainter _painter = new();
    private readonly KeyDecoder _keys;
    private readonly CompletionCycle _completion;
    private readonly LineHistory _history;
    private readonly string _prompt;
    private readonly string _continuation;
    private bool _isScreenToClear;
    private int _width;

    /// <summary>An editor for one message.</summary>
    /// <param name="prompt">What stands before the text.</param>
    /// <param name="history">The messages sent before.</param>
    /// <param name="complete">The whole texts that could stand for what is written, for Tab.</param>
    /// <param name="isPasteUnmarked">Whether the console hands over pasted text as if it were typed.</param>
    public LineEditor(
        string prompt, LineHistory history, Func<string, IReadOnlyList<string>> complete, bool isPasteUnmarked)
    {
        _prompt = prompt;
        _continuation = "> ".PadLeft(prompt.Length);
        _history = history;
        _completion = new CompletionCycle(complete);
        _keys = new KeyDecoder(isPasteUnmarked);
        history.Reset();
    }

    /// <summary>What is written.</summary>
    public string Text => _buffer.Text;

    /// <summary>Takes a key in.</summary>
    /// <param name="key">The key.</param>
    /// <param name="isMoreComing">Whether another key is there already.</param>
    public EditOutcome Press(ConsoleKeyInfo key, bool isMoreComing)
    {
        EditStep step = _keys.Decode(key, isMoreComing);
        return step.Action switch
        {
            EditAction.Submit => Submit(),
            EditAction.Interrupt => EditOutcome.Interrupted,
            EditAction.EndOfInput when Text.Length == 0 => EditOutcome.Left,
            _ => Edit(step),
        };
    }

    /// <summary>What brings the screen up to date.</summary>
    public string Draw(int width, int height)
    {
        string before = string.Empty;
        if (_isScreenToClear)
        {
            before = HomeAndErase;
            _painter.Forget();
            _isScreenToClear = false;
        }

        LineLayout layout = LineLayout.Of(_buffer, _prompt, _continuation, width);
        if (_width != width)
        {
            _painter.Rewrap(layout);
            _width = width;
        }

        return before + _painter.Draw(layout, height);
    }

    /// <summary>What draws the text for the last time, and goes to the line below it.</summary>
    /// <param name="width">The columns of the screen.</param>
    /// <param name="height">The rows of the screen.</param>
    /// <param name="end">What is shown behind the text.</param>
    public string Finish(int width, int height, string end = "")
    {
        _buffer.Apply(EditAction.TextEnd);
        string drawing = Draw(width, height) + end + NextLine;
        _painter.Forget();
        return drawing;
    }

    private EditOutcome Edit(EditStep step)
    {
        switch (step.Action)
        {
            case EditAction.Insert:
                _buffer.Insert(step.Text);
                break;
            case EditAction.NewLine:
                _buffer.Insert("\n");
                break;
            case EditAction.EndOfInput:
                _buffer.Apply(EditAction.DeleteRight);
                break;
            case EditAction.ClearScreen:
                _isScreenToClear = true;
                break;
            case EditAction.Complete:
                Take(_completion.Step(Text, 1));
                break;
            case EditAction.CompleteBack:
                Take(_completion.Step(Text, -1));
                break;
            default:
                Move(step.Action);
                break;
        }

        return EditOutcome.Editing;
    }

    private void Move(EditAction action)
    {
        if (!_buffer.Apply(action) && action is EditAction.Up or EditAction.Down)
        {
            Take(action == EditAction.Up ? _history.Previous(Text) : _history.Next());
        }
    }

    private void Take(string? text)
    {
        if (text is not null)
        {
            _buffer.Set(text);
        }
    }

    private EditOutcome Submit()
    {
        if (!Continuation.IsOpen(Text))
        {
            return EditOutcome.Sent;
        }

        string kept = Continuation.Continue(Text);
        if (kept.Length < Text.Length)
        {
            _buffer.Set(kept);
        }

        _buffer.Insert("\n");
        return EditOutcome.Editing;
    }
}
