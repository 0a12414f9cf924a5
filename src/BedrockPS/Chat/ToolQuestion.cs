namespace BedrockPS.Chat;

/// <summary>Asks at the prompt of the chat whether a tool may run, where Ctrl+C can mean the answer alone.</summary>
/// <remarks>Enter by itself is a no.</remarks>
internal sealed class ToolQuestion(ILineReader reader, ChatScreen screen)
{
    private const string Prompt = "[y] yes  [a] yes to all  [n] no  [o] no to all (n): ";

    /// <summary>Asks; null where Ctrl+C or Ctrl+D was the answer.</summary>
    public bool? Ask(string caption, string question, ref bool yesToAll, ref bool noToAll)
    {
        if (yesToAll || noToAll)
        {
            return yesToAll;
        }

        screen.Say($"{caption}.");
        screen.WriteLine(question);
        while (reader.Read(Prompt) is { Outcome: EditOutcome.Sent } line)
        {
            string word = line.Text.Trim().ToUpperInvariant();
            yesToAll = word is "A";
            noToAll = word is "O";
            if (word is "Y" or "YES" or "A" or "N" or "NO" or "O" or "")
            {
                return word is "Y" or "YES" or "A";
            }
        }

        return null;
    }
}
