namespace BedrockPS.Chat.Editing;

/// <summary>What single keys mean: those of the usual shells, on every platform.</summary>
internal static class KeyMap
{
    private static readonly Dictionary<ConsoleKey, EditAction> Plain = new()
    {
        [ConsoleKey.LeftArrow] = EditAction.Left,
        [ConsoleKey.RightArrow] = EditAction.Right,
        [ConsoleKey.UpArrow] = EditAction.Up,
        [ConsoleKey.DownArrow] = EditAction.Down,
        [ConsoleKey.Home] = EditAction.LineStart,
        [ConsoleKey.End] = EditAction.LineEnd,
        [ConsoleKey.Backspace] = EditAction.DeleteLeft,
        [ConsoleKey.Delete] = EditAction.DeleteRight,
        [ConsoleKey.Enter] = EditAction.Submit,
        [ConsoleKey.Tab] = EditAction.Complete,
        [ConsoleKey.Escape] = EditAction.Clear,
    };

    private static readonly Dictionary<ConsoleKey, EditAction> WithControl = new()
    {
        [ConsoleKey.LeftArrow] = EditAction.WordLeft,
        [ConsoleKey.RightArrow] = EditAction.WordRight,
        [ConsoleKey.Home] = EditAction.TextStart,
        [ConsoleKey.End] = EditAction.TextEnd,
        [ConsoleKey.Backspace] = EditAction.DeleteWordLeft,
        [ConsoleKey.Delete] = EditAction.DeleteWordRight,
        [ConsoleKey.Enter] = EditAction.NewLine,
        [ConsoleKey.A] = EditAction.LineStart,
        [ConsoleKey.B] = EditAction.Left,
        [ConsoleKey.C] = EditAction.Interrupt,
        [ConsoleKey.D] = EditAction.EndOfInput,
        [ConsoleKey.E] = EditAction.LineEnd,
        [ConsoleKey.F] = EditAction.Right,
        [ConsoleKey.H] = EditAction.DeleteLeft,
        [ConsoleKey.J] = EditAction.NewLine,
        [ConsoleKey.K] = EditAction.DeleteToLineEnd,
        [ConsoleKey.L] = EditAction.ClearScreen,
        [ConsoleKey.N] = EditAction.Down,
        [ConsoleKey.P] = EditAction.Up,
        [ConsoleKey.U] = EditAction.DeleteToLineStart,
        [ConsoleKey.W] = EditAction.DeleteWordLeft,
        [ConsoleKey.Y] = EditAction.PutBack,
    };

    private static readonly Dictionary<ConsoleKey, EditAction> WithAlt = new()
    {
        [ConsoleKey.LeftArrow] = EditAction.WordLeft,
        [ConsoleKey.RightArrow] = EditAction.WordRight,
        [ConsoleKey.B] = EditAction.WordLeft,
        [ConsoleKey.F] = EditAction.WordRight,
        [ConsoleKey.D] = EditAction.DeleteWordRight,
        [ConsoleKey.Backspace] = EditAction.DeleteWordLeft,
        [ConsoleKey.Enter] = EditAction.NewLine,
    };

    // Terminals that tell Shift+Enter and Ctrl+Enter from Enter send one of these, after Escape and a bracket.
    private static readonly HashSet<string> NewLineSequences =
        ["13;2u", "13;3u", "13;5u", "27;2;13~", "27;3;13~", "27;5;13~"];

    public static EditAction Find(ConsoleKeyInfo key, bool isAlt)
    {
        bool isControl = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        Dictionary<ConsoleKey, EditAction> map = isAlt ? WithAlt : isControl ? WithControl : Plain;
        EditAction found = map.GetValueOrDefault(key.Key);
        return (key.Modifiers.HasFlag(ConsoleModifiers.Shift), found) switch
        {
            (true, EditAction.Submit) => EditAction.NewLine,
            (true, EditAction.Complete) => EditAction.CompleteBack,
            _ => found,
        };
    }

    public static EditAction FindSequence(string sequence) =>
        NewLineSequences.Contains(sequence) ? EditAction.NewLine : EditAction.None;
}
