using BedrockPS.Conversations;

namespace BedrockPS;

/// <summary>A conversation: an object that its user holds, and the only place where its turns are kept.</summary>
public sealed class Conversation
{
    private int _busy;

    /// <summary>What tells the conversation from every other.</summary>
    public string Id { get; set; } = Guid.NewGuid().ToString();

    /// <summary>What the conversation is about, for whoever looks for it.</summary>
    public string? Title { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset CreatedAt { get; set; } = TimeProvider.System.GetUtcNow();

    /// <summary>The model that answers, by id or ARN.</summary>
    public string ModelId { get; set; } = string.Empty;

    /// <summary>Instructions that stand before the conversation.</summary>
    public string? System { get; set; }

    /// <summary>How the model is to write.</summary>
    public InferenceConfiguration InferenceConfig { get; set; } = new();

    /// <summary>The turns, oldest first.</summary>
    public List<Message> Messages { get; set; } = [];

    /// <summary>The tools that the model may use in it; Send-BRMessage -Tool overrides them for a call.</summary>
    public List<Tool> Tools { get; set; } = [];

    /// <summary>
    /// What stands for turns that Compress-BRConversation removed; it goes before the first question. Null where none
    /// were summarised.
    /// </summary>
    public string? Summary { get; set; }

    /// <summary>What all calls of the conversation used, in tokens.</summary>
    public TokenUsage Usage { get; set; } = new();

    /// <summary>What all calls of the conversation cost; unknown as soon as the cost of one is.</summary>
    public Cost Cost { get; set; } = Cost.None();

    /// <summary>
    /// Why the last answer ended; <c>cancelled</c> where its stream was left, and only its beginning is kept.
    /// </summary>
    public string? StopReason { get; set; }

    /// <summary>How many questions have been asked; the results of tools are none.</summary>
    public int Turns => Messages.Count(IsQuestion);

    /// <summary>The file that the conversation is appended to; null where it lives in memory alone.</summary>
    public string? Path => Log?.Path;

    /// <summary>Why the file lacks the newest turns; null where it has them all, or where there is no file.</summary>
    public BedrockException? SaveFailure { get; private set; }

    internal ConversationLog? Log { get; set; }

    /// <summary>How many tokens the model counted for each that was estimated, when it last told.</summary>
    internal double TokenScale { get; set; } = 1;

    /// <summary>Takes the conversation for one call, so that two calls cannot mix their turns.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: another call is under way.</exception>
    public IDisposable Begin()
    {
        if (Interlocked.Exchange(ref _busy, 1) == 1)
        {
            throw new BedrockException(
                Http.ClientErrorCode.InvalidRequest,
                "Another call is under way in this conversation. Wait for it, or start a second conversation.");
        }

        return new Hold(this);
    }

    /// <summary>The request that asks the next question; the conversation itself stays as it is.</summary>
    public ConverseRequest CreateRequest(Message question) => new()
    {
        ModelId = ModelId,
        ConversationId = Id,
        Messages = SummaryTurn.Before(SendableTurns.Of([.. Messages, question]), Summary),
        System = System is null ? null : [new TextBlock { Text = System }],
        InferenceConfig = InferenceConfig.IsEmpty ? null : InferenceConfig,
    };

    /// <summary>Keeps a question and all that followed it.</summary>
    /// <param name="question">The user's turn.</param>
    /// <param name="turns">The turns since: the answer, after what tools were asked for and answered.</param>
    /// <param name="answer">The answer, with what the whole exchange used.</param>
    public void Commit(Message question, IEnumerable<Message> turns, ConverseResponse answer)
    {
        Message[] followed = [.. turns];
        Messages.Add(question);
        if (followed.Length == 1)
        {
            // With tools, the usage is that of several calls, each with more turns than the one before.
            TokenScale = TokenEstimate.Calibrate(this, answer.Usage);
        }

        Messages.AddRange(followed);
        StopReason = answer.StopReason;
        Count(answer);
        Save();
        Claim(answer);
    }

    /// <summary>Has an answer lead to this conversation, whose last turn it is.</summary>
    public void Claim(ConverseResponse answer) => answer.Origin = new AnswerOrigin(this);

    /// <summary>
    /// The conversation to go on in from an answer: its own, or a branch where that has gone on already.
    /// </summary>
    /// <returns>Null where the answer comes from elsewhere, such as a file.</returns>
    public static Conversation? Of(ConverseResponse answer) => answer.Origin?.Continue();

    /// <summary>A conversation of its own that has had other turns so far, and is otherwise like this one.</summary>
    internal Conversation Branch(IEnumerable<Message> turns, string? summary) => new()
    {
        ModelId = ModelId,
        System = System,
        InferenceConfig = InferenceConfig,
        Tools = [.. Tools],
        Messages = [.. turns],
        Summary = summary,
    };

    /// <summary>Removes the newest questions with all that followed them.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The turns that were removed, oldest first.</returns>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: there are fewer.</exception>
    public IReadOnlyList<Message> Undo(int count)
    {
        IReadOnlyList<int> starts = Exchanges.Starts(Messages);
        if (count > starts.Count)
        {
            throw new BedrockException(
                Http.ClientErrorCode.InvalidRequest,
                $"There are {starts.Count} questions to take back, not {count}."
                + (Summary is null ? string.Empty : " What was summarised before them stays."));
        }

        int start = count == 0 ? Messages.Count : starts[^count];
        Message[] removed = [.. Messages.Skip(start)];
        Messages.RemoveRange(start, removed.Length);
        StopReason = removed.Length > 0 ? null : StopReason;
        Save();
        return removed;
    }

    /// <summary>A conversation of its own with the same settings and the same turns, each of them copied.</summary>
    /// <param name="turns">How many questions it begins with; all of them where null.</param>
    /// <returns>The copy, which has no file and has used nothing yet.</returns>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: there are fewer questions.</exception>
    public Conversation Copy(int? turns = null)
    {
        IReadOnlyList<int> ends = Exchanges.Ends(Messages);
        int count = turns ?? ends.Count;
        if (count > ends.Count)
        {
            throw new BedrockException(
                Http.ClientErrorCode.InvalidRequest,
                $"The conversation has {ends.Count} questions; it cannot be copied up to number {count}.");
        }

        Conversation copy = new() { Tools = [.. Tools], Summary = Summary, TokenScale = TokenScale };
        ConversationMembers.ReadSettings(ConversationMembers.Settings(this), copy);
        copy.Messages.AddRange(Messages
            .Take(count == 0 ? 0 : ends[count - 1])
            .Select(turn => ConversationMembers.ReadTurn(ConversationMembers.Turn(turn))));
        copy.StopReason = count == ends.Count ? StopReason : null;
        return copy;
    }

    /// <summary>Removes the oldest turns, after which a summary stands for them, or nothing does.</summary>
    /// <param name="count">How many turns go.</param>
    /// <param name="summary">What stands for them and for what was summarised before; null changes nothing.</param>
    internal void Shorten(int count, string? summary)
    {
        Messages.RemoveRange(0, count);
        Summary = summary ?? Summary;
        Save();
    }

    /// <summary>Counts what a call took: a turn of the conversation, or one beside it, as that for a summary.</summary>
    internal void Count(ConverseResponse? answer)
    {
        if (answer is null)
        {
            return;
        }

        if (answer.Usage is not null)
        {
            Usage.Add(answer.Usage);
        }

        Cost.Add(answer.Cost);
    }

    /// <summary>Writes to the file what it lacks; where that fails, <see cref="SaveFailure"/> says why.</summary>
    /// <remarks>
    /// It never throws: a turn that was paid for is worth more than its copy, and the next call writes both.
    /// </remarks>
    public void Save()
    {
        try
        {
            Log?.Save(this);
            SaveFailure = null;
        }
        catch (BedrockException failure)
        {
            SaveFailure = failure;
        }
    }

    /// <summary>Whether a turn asks something, and does not only answer a tool call.</summary>
    internal static bool IsQuestion(Message turn) =>
        turn.Role == MessageRole.User && turn.Content.Exists(block => block is not ToolResultBlock);

    /// <summary>The model and the number of turns.</summary>
    public override string ToString() => $"{ModelId}, {Turns} {(Turns == 1 ? "turn" : "turns")}";

    private sealed class Hold(Conversation conversation) : IDisposable
    {
        private Conversation? _held = conversation;

        // Once only: by the second time the conversation may be another call's.
        public void Dispose()
        {
            Conversation? held = Interlocked.Exchange(ref _held, null);
            if (held is not null)
            {
                Volatile.Write(ref held._busy, 0);
            }
        }
    }
}
