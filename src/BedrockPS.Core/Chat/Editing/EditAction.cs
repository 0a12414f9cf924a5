namespace BedrockPS.Chat.Editing;

/// <summary>What a key means to the line editor, whichever keyboard and terminal it came from.</summary>
internal enum EditAction
{
    /// <summary>Nothing, or nothing yet: the key is part of a longer sequence.</summary>
    None,

    /// <summary>Puts text in.</summary>
    Insert,

    /// <summary>Begins a new line within the text.</summary>
    NewLine,

    /// <summary>Sends the text, where it is complete.</summary>
    Submit,

    /// <summary>Completes the word at the cursor, or takes the next completion.</summary>
    Complete,

    /// <summary>Takes the completion before.</summary>
    CompleteBack,

    /// <summary>One character to the left.</summary>
    Left,

    /// <summary>One character to the right.</summary>
    Right,

    /// <summary>One word to the left.</summary>
    WordLeft,

    /// <summary>One word to the right.</summary>
    WordRight,

    /// <summary>To the start of the line.</summary>
    LineStart,

    /// <summary>To the end of the line.</summary>
    LineEnd,

    /// <summary>To the start of the text.</summary>
    TextStart,

    /// <summary>To the end of the text.</summary>
    TextEnd,

    /// <summary>One line up, or to the text sent before.</summary>
    Up,

    /// <summary>One line down, or to the text sent after.</summary>
    Down,

    /// <summary>Takes out the character before the cursor.</summary>
    DeleteLeft,

    /// <summary>Takes out the character at the cursor.</summary>
    DeleteRight,

    /// <summary>Takes out the word before the cursor.</summary>
    DeleteWordLeft,

    /// <summary>Takes out the word after the cursor.</summary>
    DeleteWordRight,

    /// <summary>Takes out what stands before the cursor on its line.</summary>
    DeleteToLineStart,

    /// <summary>Takes out what stands after the cursor on its line.</summary>
    DeleteToLineEnd,

    /// <summary>Puts back what was taken out last.</summary>
    PutBack,

    /// <summary>Takes out all of the text.</summary>
    Clear,

    /// <summary>Begins anew at the top of the screen.</summary>
    ClearScreen,

    /// <summary>Ctrl+C.</summary>
    Interrupt,

    /// <summary>Ctrl+D: the end, where there is no text; else it takes out the character at the cursor.</summary>
    EndOfInput,
}
