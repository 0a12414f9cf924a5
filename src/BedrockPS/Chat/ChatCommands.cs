using BedrockPS.Completion;
using BedrockPS.Conversion;

namespace BedrockPS.Chat;

/// <summary>The slash commands of a chat, and what those do that only show something.</summary>
internal sealed class ChatCommands
{
    private readonly ChatScreen _screen;
    private readonly Conversation _conversation;
    private readonly Func<IReadOnlyList<Tool>> _tools;

    /// <summary>The commands of a chat.</summary>
    /// <param name="edits">Those that change the conversation.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="tools">The tools in force.</param>
    /// <param name="screen">Where they say what they have to say.</param>
    /// <param name="leave">Leaves the chat.</param>
    public ChatCommands(
        ConversationEdits edits,
        Conversation conversation,
        Func<IReadOnlyList<Tool>> tools,
        ChatScreen screen,
        Action leave)
    {
        _screen = screen;
        _conversation = conversation;
        _tools = tools;
        All = new SlashCommands(
        [
            new("help", string.Empty, "Lists the commands and the keys.", _ => Help()) { Aliases = ["?"] },
            new("model", "[id]", "Shows the model, or asks another.", edits.SetModel)
            {
                Complete = ModelIdCompleter.Find,
            },
            new("system", "[text]", "Shows or sets the instructions; none removes them.", edits.SetSystem),
            new("undo", "[count]", "Takes back the last question, with its answer.", edits.Undo),
            new("clear", string.Empty, "Takes back all of them; /undo brings them again.", _ => edits.Clear()),
            new("compress", string.Empty, "Has the model sum up what is older.", _ => edits.Compress()),
            new("save", "[path]", "Saves it: as .md or .html to read, else to load.", edits.Save),
            new("usage", string.Empty, "Shows what the conversation has used and cost.", _ => ShowUsage()),
            new("tools", string.Empty, "Lists the tools that the model may use.", _ => ListTools()),
            new("exit", string.Empty, "Leaves the chat, as Ctrl+D does.", _ => leave()) { Aliases = ["quit", "q"] },
        ]);
    }

    /// <summary>The commands.</summary>
    public SlashCommands All { get; }

    private void Help()
    {
        foreach (string line in All.Help())
        {
            _screen.WriteLine(line);
        }

        _screen.WriteLine();
        _screen.WriteLine("Enter sends. Alt+Enter or Ctrl+J begins a new line, and so does Enter");
        _screen.WriteLine("behind a blank and \\, or between \"\"\" and \"\"\". The arrows bring back");
        _screen.WriteLine("what was sent, Tab completes. Ctrl+C stops an answer, or gives up");
        _screen.WriteLine("what is written. //text sends /text.");
    }

    private void ShowUsage()
    {
        TokenUsage usage = _conversation.Usage;
        string cache = usage.CacheReadInputTokens is > 0 and { } read ? $", {ChatText.Count(read)} from the cache" : "";
        _screen.WriteLine(
            $"{ChatText.Questions(_conversation.Turns)}, {ChatText.Count(usage.InputTokens)} tokens in{cache}, "
            + $"{ChatText.Count(usage.OutputTokens)} out, cost {_conversation.Cost}");
    }

    private void ListTools()
    {
        IReadOnlyList<Tool> tools = _tools();
        if (tools.Count == 0)
        {
            _screen.WriteLine("There are no tools. Enter-BRConversation -Tool gives some.");
            return;
        }

        int width = tools.Max(tool => tool.Name.Length);
        foreach (Tool tool in tools)
        {
            string about = VisibleText.Of(tool.Description ?? string.Empty);
            _screen.WriteLine($"{tool.Name.PadRight(width)}  {(tool.ReadOnly ? "looks  " : "changes")}  {about}");
        }
    }
}
