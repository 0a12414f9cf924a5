using System.Globalization;
using BedrockPS.Conversations;
using BedrockPS.Conversion;
using BedrockPS.Http;

namespace BedrockPS.Chat;

/// <summary>The slash commands that change the conversation, or save it.</summary>
/// <param name="conversation">The conversation.</param>
/// <param name="screen">Where they say what they have to say.</param>
/// <param name="services">What they need of the cmdlet.</param>
internal sealed class ConversationEdits(Conversation conversation, ChatScreen screen, IChatServices services)
{
    private const string None = "none";

    private readonly HashSet<string> _written = [];
    private (Message[] Turns, string? Summary)? _cleared;

    public void SetModel(string id)
    {
        if (id.Length > 0)
        {
            ModelPath.Check(id);
            conversation.ModelId = id;
            conversation.Save();
        }

        screen.WriteLine(VisibleText.Of(conversation.ModelId));
    }

    public void SetSystem(string text)
    {
        if (text.Length > 0)
        {
            bool isNone = text.Equals(None, StringComparison.OrdinalIgnoreCase);
            conversation.System = isNone ? null : Continuation.Unwrap(text);
            conversation.Save();
        }

        screen.WriteLine(AnswerText.Plain(conversation.System ?? "There are no instructions."));
    }

    public void Undo(string count)
    {
        if (_cleared is { } cleared && conversation.Messages.Count == 0)
        {
            conversation.Messages.AddRange(cleared.Turns);
            conversation.Summary = cleared.Summary;
            conversation.Save();
            screen.Say($"{ChatText.Questions(conversation.Turns)} brought again.");
        }
        else
        {
            int questions = ReadCount(count);
            conversation.Undo(questions);
            screen.Say($"{ChatText.Questions(questions)} taken back, {ChatText.Questions(conversation.Turns)} left.");
        }

        _cleared = null;
    }

    public void Clear()
    {
        int questions = conversation.Turns;
        _cleared = ([.. conversation.Messages], conversation.Summary);
        conversation.Messages.Clear();
        conversation.Summary = null;
        conversation.Save();
        screen.Say($"{ChatText.Questions(questions)} taken back. /undo brings them again.");
    }

    public void Compress()
    {
        CompressionPlan plan = CompressionPlan.Of(conversation, new CompressionOptions());
        if (plan.TurnsRemoved == 0)
        {
            screen.Say("There is nothing to compress yet.");
            return;
        }

        services.Compress(plan);
    }

    public void Save(string path)
    {
        if (path.Length == 0)
        {
            conversation.Save();
            screen.Say(conversation.Path is { } own
                ? $"It is kept in {own}."
                : "It is kept in no file. Give one: /save outage.jsonl, outage.md or outage.html.");
            return;
        }

        string full = services.FullPath(path.Trim('"', '\''));
        ConversationFileFormat format = ConversationExport.FormatOf(full);
        ConversationExport.Write(conversation, full, format, _written.Contains(full), services.Markup);
        _written.Add(full);
        screen.Say($"Saved to {full}.");
    }

    private static int ReadCount(string count)
    {
        if (count.Length == 0)
        {
            return 1;
        }

        return int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw new BedrockException(
                ClientErrorCode.InvalidRequest, $"'{count}' is not a number of questions to take back.");
    }
}
