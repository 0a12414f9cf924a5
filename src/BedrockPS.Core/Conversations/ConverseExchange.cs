using System.Collections;

namespace BedrockPS;

/// <summary>One question and all that follows it until the answer: calls of the model, and runs of its tools.</summary>
/// <remarks>Nothing is kept anywhere else, so an exchange that fails leaves no trace.</remarks>
public sealed class ConverseExchange
{
    private readonly IList<Message> _asked;
    private readonly List<Message> _turns = [];
    private readonly List<ToolCall> _calls;
    private ExchangeTotals _totals = new();

    /// <summary>Begins with a question.</summary>
    /// <param name="request">The request, its question last; its turns change as the exchange goes on.</param>
    /// <param name="answered">The runs of tools that the question tells of.</param>
    public ConverseExchange(ConverseRequest request, IEnumerable<ToolCall>? answered = null)
    {
        _calls = [.. answered ?? []];
        Request = request;
        _asked = request.Messages;
    }

    /// <summary>The request that is to be sent next.</summary>
    public ConverseRequest Request { get; }

    /// <summary>The turns since the question, oldest first: what the model said, and what its tools answered.</summary>
    public IReadOnlyList<Message> Turns => _turns;

    /// <summary>The runs of tools so far, oldest first.</summary>
    public IReadOnlyList<ToolCall> ToolCalls => _calls;

    /// <summary>The newest answer of the model; null before the first.</summary>
    public ConverseResponse? Last { get; private set; }

    /// <summary>Takes what the model answered to the request.</summary>
    public void Add(ConverseResponse response)
    {
        Last = response;
        _totals = _totals.With(response);
        _turns.Add(response.Message ?? new Message(MessageRole.Assistant, response.Text));
        Renew();
    }

    /// <summary>Answers the model, so that the request asks it to go on.</summary>
    /// <param name="turn">The user's turn: the results of its tools, or what was wrong with its answer.</param>
    /// <param name="calls">The runs of tools that the turn tells of.</param>
    public void Reply(Message turn, IEnumerable<ToolCall> calls)
    {
        _turns.Add(turn);
        _calls.AddRange(calls);
        Renew();
        FreeToolChoice();
    }

    /// <summary>The answer: the newest, with what all calls of the exchange used, and the tools that ran.</summary>
    /// <exception cref="InvalidOperationException">The model has not answered yet.</exception>
    public ConverseResponse ToResponse() =>
        Complete(Last ?? throw new InvalidOperationException("The model has not answered yet."), _totals);

    /// <summary>What is there of an answer that broke off: its beginning, and what came before it.</summary>
    /// <param name="partial">What had arrived of the newest call; null where nothing had.</param>
    /// <returns>The answer so far; null where the model has not said anything.</returns>
    public ConverseResponse? ToPartialResponse(ConverseResponse? partial) =>
        partial is not null ? Complete(partial, _totals.With(partial))
        : Last is not null ? ToResponse()
        : null;

    /// <summary>Ends the exchange where its user left it, and keeps what can be sent again.</summary>
    /// <remarks>
    /// What broke off within a tool call, or within a thought that the provider has not signed yet, would make the
    /// service refuse every further question; so would a tool call that nobody answered.
    /// </remarks>
    /// <param name="partial">What had arrived of the newest call; null where nothing had.</param>
    /// <returns>The answer so far, cancelled; null where nothing is worth keeping.</returns>
    public ConverseResponse? Cancel(ConverseResponse? partial)
    {
        ContentBlock[] whole = [.. (partial?.Message?.Content ?? []).Where(IsWhole)];
        if (partial is not null && whole.Any(block => block is TextBlock))
        {
            partial.Message = new Message(MessageRole.Assistant, whole);
            Add(partial);
        }
        else if (_turns.LastOrDefault() is { } last && last.Role == MessageRole.Assistant)
        {
            _turns.RemoveAt(_turns.Count - 1);
        }

        if (_turns.Count == 0)
        {
            return null;
        }

        ConverseResponse response = ToResponse();
        response.StopReason = StopReason.Cancelled;
        return response;
    }

    private ConverseResponse Complete(ConverseResponse response, ExchangeTotals totals)
    {
        totals.WriteTo(response);
        response.ToolCalls = new ReadableList<ToolCall>([.. _calls]);
        return response;
    }

    private static bool IsWhole(ContentBlock block) => block switch
    {
        TextBlock text => !string.IsNullOrWhiteSpace(text.Text),
        ReasoningBlock thought => thought.Signature is not null || thought.RedactedContent is not null,
        _ => false,
    };

    private void Renew() => Request.Messages = SendableTurns.Of([.. _asked, .. _turns]);

    // A choice that forces a tool is for the first answer: kept, the model could never do anything but ask for tools.
    private void FreeToolChoice()
    {
        if (Request.ToolConfig is { ToolChoice: IDictionary choice } tools && !choice.Contains("auto"))
        {
            Request.ToolConfig = new ToolConfiguration { Tools = tools.Tools, Other = tools.Other };
        }
    }
}
