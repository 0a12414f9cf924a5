namespace BedrockPS.StructuredOutput;

/// <summary>
/// Asks for an answer that satisfies a schema: in the surest way that the model takes, validated, and asked for once
/// more where it is wrong.
/// </summary>
public sealed class TypedExchange
{
    private readonly AnswerSchema _schema;
    private readonly AnswerReader _reader;
    private readonly AnswerMemory _memory;
    private readonly Action<string> _note;

    // What was refused because of this schema, and is not tried again with it.
    private readonly AnswerMemory _own = new();

    /// <summary>Makes ready for any number of questions.</summary>
    /// <param name="schema">What the answers are to be.</param>
    /// <param name="convert">
    /// Makes the caller's value of plain values; a <see cref="FormatException"/> says what cannot be one.
    /// </param>
    /// <param name="memory">What models have refused in this session.</param>
    /// <param name="note">Takes a line for whoever wants to know how it went.</param>
    public TypedExchange(
        AnswerSchema schema, Func<object?, object?> convert, AnswerMemory memory, Action<string> note)
    {
        (_schema, _memory, _note) = (schema, memory, note);
        _reader = new AnswerReader(schema, convert);
    }

    /// <summary>The request as it would be sent first.</summary>
    /// <param name="question">The question.</param>
    public ConverseRequest Prepare(TypedQuestion question) =>
        AnswerRequest.With(question.Request, _schema, Open(question)[0]);

    /// <summary>Asks, and reads the answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="ask">Sends what an exchange asks, runs tools, and returns the model's answer.</param>
    /// <exception cref="BedrockException">
    /// The call failed; or <c>InvalidAnswer</c>, <c>AnswerTruncated</c>, <c>AnswerRefused</c>: it brought an answer
    /// that is none, which is in the exception's <c>PartialResponse</c>.
    /// </exception>
    public TypedAnswer Ask(TypedQuestion question, Func<ConverseExchange, ConverseResponse> ask)
    {
        (ConverseExchange exchange, ConverseResponse first) = AskFirst(question, ask);
        AnswerReading reading = _reader.Read(first);
        if (reading.IsGood)
        {
            return new TypedAnswer(reading.Value, first, AnswerTurns.Of(exchange.Turns, wrong: -1));
        }

        AnswerFailures.ThrowIfCut(first);
        if (question.Request.Messages.Count == 0 || AnswerReader.AsksForTool(first))
        {
            throw AnswerFailures.Invalid(first, reading.Problems, isRepaired: false);
        }

        _note($"{first.ModelId}: the answer does not satisfy the schema, asking once more: "
            + ProblemText.Join(reading.Problems));
        return Repair(exchange, first, reading.Problems, ask);
    }

    private TypedAnswer Repair(
        ConverseExchange exchange,
        ConverseResponse first,
        IReadOnlyList<string> problems,
        Func<ConverseExchange, ConverseResponse> ask)
    {
        int wrong = exchange.Turns.Count - 1;
        ToolConfiguration? tools = exchange.Request.ToolConfig;
        exchange.Reply(RepairTurn.Of(first, problems), []);

        // What was forced the first time is forced again: the model is to call the same tool, with the right input.
        exchange.Request.ToolConfig = tools;
        ConverseResponse second = ask(exchange);
        AnswerReading reading = _reader.Read(second);
        if (reading.IsGood)
        {
            return new TypedAnswer(reading.Value, second, AnswerTurns.Of(exchange.Turns, wrong));
        }

        AnswerFailures.ThrowIfCut(second);
        throw AnswerFailures.Invalid(second, reading.Problems, isRepaired: true);
    }

    private (ConverseExchange Exchange, ConverseResponse First) AskFirst(
        TypedQuestion question, Func<ConverseExchange, ConverseResponse> ask)
    {
        AnswerStrategy[] open = Open(question);
        string model = question.Request.ModelId;
        for (int i = 0; ; i++)
        {
            ConverseExchange exchange = new(AnswerRequest.With(question.Request, _schema, open[i]), question.Answered);
            _note($"{model}: {Tell(open[i])}");
            try
            {
                return (exchange, ask(exchange));
            }
            catch (BedrockException failure)
                when (i + 1 < open.Length && exchange.Last is null && AnswerRefusal.Is(failure, open[i]))
            {
                _note($"{model} does not take this: {failure.Message}");
                (AnswerRefusal.IsLasting(failure) ? _memory : _own).Refused(question.Endpoint, model, open[i]);
            }
        }
    }

    private AnswerStrategy[] Open(TypedQuestion question)
    {
        AnswerStrategy[] all = [.. AnswerRequest.Strategies(question, _schema)];
        AnswerStrategy[] open = [.. all.Where(strategy => !HasRefused(question, strategy))];
        return open.Length > 0 ? open : all[^1..];
    }

    private bool HasRefused(TypedQuestion question, AnswerStrategy strategy) =>
        _memory.HasRefused(question.Endpoint, question.Request.ModelId, strategy)
        || _own.HasRefused(question.Endpoint, question.Request.ModelId, strategy);

    private static string Tell(AnswerStrategy strategy) => strategy switch
    {
        AnswerStrategy.Native => "the schema goes as outputConfig.textFormat, and the service holds the model to it.",
        AnswerStrategy.ForcedTool => "the schema goes as a tool that the model must call.",
        AnswerStrategy.Instructions => "the schema goes with instructions in the system prompt.",
        _ => "the schema goes with instructions behind the question.",
    };
}
