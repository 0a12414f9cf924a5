namespace BedrockPS;

/// <summary>A conversation: an object that its user holds, and the only place where its turns are kept.</summary>
public sealed class Conversation
{
    private int _busy;

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

    /// <summary>What all calls of the conversation used, in tokens.</summary>
    public TokenUsage Usage { get; set; } = new();

    /// <summary>
    /// Why the last answer ended; <c>cancelled</c> where its stream was left, and only its beginning is kept.
    /// </summary>
    public string? StopReason { get; set; }

    /// <summary>How many questions have been asked; the results of tools are none.</summary>
    public int Turns => Messages.Count(IsQuestion);

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
        Messages = SendableTurns.Of([.. Messages, question]),
        System = System is null ? null : [new TextBlock { Text = System }],
        InferenceConfig = InferenceConfig.IsEmpty ? null : InferenceConfig,
    };

    /// <summary>Keeps a question and all that followed it.</summary>
    /// <param name="question">The user's turn.</param>
    /// <param name="turns">The turns since: the answer, after what tools were asked for and answered.</param>
    /// <param name="answer">The answer, with what the whole exchange used.</param>
    public void Commit(Message question, IEnumerable<Message> turns, ConverseResponse answer)
    {
        Messages.AddRange([question, .. turns]);
        StopReason = answer.StopReason;
        if (answer.Usage is not null)
        {
            Usage.Add(answer.Usage);
        }

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
    internal Conversation Branch(IEnumerable<Message> turns) => new()
    {
        ModelId = ModelId,
        System = System,
        InferenceConfig = InferenceConfig,
        Tools = [.. Tools],
        Messages = [.. turns],
    };

    /// <summary>Whether a turn asks something, and does not only answer a tool call.</summary>
    internal static bool IsQuestion(Message turn) =>
        turn.Role == MessageRole.User && turn.Content.Exists(block => block is not ToolResultBlock);

    /// <summary>The model and the number of turns.</summary>
    public override string ToString() => $"{ModelId}, {Turns} turns";

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
