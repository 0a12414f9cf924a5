using System.Text;

namespace BedrockPS.Chat.Editing;

/// <summary>Turns keys into steps of editing: Alt as terminals send it, pastes, characters in two halves.</summary>
/// <remarks>
/// A terminal sends what is pasted between two marks, once it is asked to, so that the ends of lines in it are not
/// taken for Enter. .NET hands those marks over key by key, beginning with Escape.
/// </remarks>
/// <param name="isPasteUnmarked">Whether Enter with more keys behind it is pasted: a console without marks.</param>
internal sealed class KeyDecoder(bool isPasteUnmarked)
{
    private const char Interrupt = '\u0003';
    private const char Escape = '\u001b';
    private const string PasteStart = "200~";
    private const string PasteEnd = "\u001b[201~";

    private readonly StringBuilder _sequence = new();
    private readonly StringBuilder _pasted = new();
    private State _state;
    private char _firstHalf;

    private enum State
    {
        Plain,
        AfterEscape,
        InSequence,
        InPaste,
    }

    /// <summary>What a key means.</summary>
    /// <param name="key">The key.</param>
    /// <param name="isMoreComing">Whether another key is there already.</param>
    public EditStep Decode(ConsoleKeyInfo key, bool isMoreComing) => _state switch
    {
        State.InPaste when key.KeyChar == Interrupt && !isMoreComing => LeavePaste(),
        State.InPaste => Paste(key.KeyChar),
        State.InSequence => Collect(key.KeyChar),
        State.AfterEscape => DecodeAfterEscape(key, isMoreComing),
        _ => DecodePlain(key, isMoreComing),
    };

    private EditStep DecodePlain(ConsoleKeyInfo key, bool isMoreComing)
    {
        if (key.Key == ConsoleKey.Escape && isMoreComing)
        {
            _state = State.AfterEscape;
            return EditStep.None;
        }

        return isPasteUnmarked && isMoreComing && PastedBreak(key) is { } pasted
            ? EditStep.Insert(pasted)
            : DecodeKey(key, key.Modifiers.HasFlag(ConsoleModifiers.Alt));
    }

    private EditStep DecodeAfterEscape(ConsoleKeyInfo key, bool isMoreComing)
    {
        if (key.KeyChar is '[' or 'O' && isMoreComing)
        {
            _state = State.InSequence;
            return EditStep.None;
        }

        _state = State.Plain;
        return DecodeKey(key, isAlt: true);
    }

    private EditStep DecodeKey(ConsoleKeyInfo key, bool isAlt)
    {
        bool isControl = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        bool isCharacter = !char.IsControl(key.KeyChar);

        // AltGr is Ctrl and Alt at once, and makes characters.
        if (isCharacter && isAlt == isControl)
        {
            return Type(key.KeyChar);
        }

        EditAction action = KeyMap.Find(key, isAlt);
        return action switch
        {
            EditAction.Submit when key.KeyChar == '\n' => EditAction.NewLine,
            EditAction.None when isCharacter => Type(key.KeyChar),
            _ => action,
        };
    }

    private EditStep Type(char typed)
    {
        if (char.IsHighSurrogate(typed))
        {
            _firstHalf = typed;
            return EditStep.None;
        }

        string text = char.IsLowSurrogate(typed) ? $"{_firstHalf}{typed}" : $"{typed}";
        _firstHalf = default;
        return EditStep.Insert(PastedText.Clean(text));
    }

    // Until its last character, which is a letter or a tilde.
    private EditStep Collect(char next)
    {
        _sequence.Append(next);
        if (next is < '@' or > '~')
        {
            return EditStep.None;
        }

        string sequence = _sequence.ToString();
        _sequence.Clear();
        _state = sequence == PasteStart ? State.InPaste : State.Plain;
        return KeyMap.FindSequence(sequence);
    }

    private EditStep Paste(char next)
    {
        _pasted.Append(next);
        if (next != PasteEnd[^1] || !EndsPaste())
        {
            return EditStep.None;
        }

        string text = _pasted.ToString(0, _pasted.Length - PasteEnd.Length);
        _pasted.Clear();
        _state = State.Plain;
        return EditStep.Insert(PastedText.Clean(text));
    }

    // The mark of the end may have been lost on the way: nobody is to be locked in.
    private EditStep LeavePaste()
    {
        _pasted.Clear();
        _state = State.Plain;
        return EditAction.Interrupt;
    }

    private bool EndsPaste() =>
        _pasted.Length >= PasteEnd.Length
        && _pasted[_pasted.Length - PasteEnd.Length] == Escape
        && _pasted.ToString(_pasted.Length - PasteEnd.Length, PasteEnd.Length) == PasteEnd;

    private static string? PastedBreak(ConsoleKeyInfo key) => (key.Key, key.Modifiers) switch
    {
        (ConsoleKey.Enter, 0) => "\n",
        (ConsoleKey.Tab, 0) => "\t",
        _ => null,
    };
}
