using BedrockPS.Chat;

namespace BedrockPS.Tests;

/// <summary>Somebody who types into an editor that draws on a screen.</summary>
internal sealed class Typist(
    TestScreen screen,
    LineHistory? history = null,
    Func<string, IReadOnlyList<string>>? complete = null,
    bool isPasteUnmarked = false)
{
    private readonly LineEditor _editor =
        new("you> ", history ?? new LineHistory(), complete ?? (_ => []), isPasteUnmarked);

    public TestScreen Screen => screen;

    public string Text => _editor.Text;

    public Typist Type(string text)
    {
        Press([.. text.Select(Keys.Char)]);
        return this;
    }

    /// <summary>Presses keys that arrive together.</summary>
    public EditOutcome Press(params ConsoleKeyInfo[] keys)
    {
        EditOutcome outcome = EditOutcome.Editing;
        for (int i = 0; i < keys.Length; i++)
        {
            outcome = _editor.Press(keys[i], i < keys.Length - 1);
        }

        Draw();
        return outcome;
    }

    public void Draw() => Screen.Write(_editor.Draw(Screen.Width, Screen.Height));

    public void Finish() => Screen.Write(_editor.Finish(Screen.Width, Screen.Height));
}
