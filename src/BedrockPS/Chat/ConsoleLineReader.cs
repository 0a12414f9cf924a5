namespace BedrockPS.Chat;

/// <summary>Reads messages key by key, and lets them be edited.</summary>
/// <remarks>
/// PSReadLine is not for this: it reads PowerShell, to which an apostrophe begins a string, and keeps what it reads in
/// the history of the shell.
/// </remarks>
/// <param name="terminal">The terminal.</param>
/// <param name="history">The messages sent before.</param>
/// <param name="complete">The whole texts that could stand for what is written.</param>
/// <param name="stop">Ends the reading.</param>
internal sealed class ConsoleLineReader(
    ConsoleTerminal terminal,
    LineHistory history,
    Func<string, IReadOnlyList<string>> complete,
    CancellationToken stop) : ILineReader
{
    public LineRead Read(string prompt)
    {
        LineEditor editor = new(prompt, history, complete, isPasteUnmarked: OperatingSystem.IsWindows());
        EditOutcome outcome = EditOutcome.Editing;
        Draw(editor);
        while (outcome == EditOutcome.Editing)
        {
            if (terminal.ReadKey(stop) is { } key)
            {
                outcome = editor.Press(key, terminal.HasKey);
            }

            // Not after each key of what was pasted.
            if (!terminal.HasKey)
            {
                Draw(editor);
            }
        }

        string given = outcome == EditOutcome.Interrupted ? "^C" : string.Empty;
        ConsoleTerminal.Write(editor.Finish(ConsoleTerminal.Width, ConsoleTerminal.Height, given));
        return new LineRead(outcome, editor.Text);
    }

    private static void Draw(LineEditor editor) =>
        ConsoleTerminal.Write(editor.Draw(ConsoleTerminal.Width, ConsoleTerminal.Height));
}
