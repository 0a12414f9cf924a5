namespace BedrockPS.StructuredOutput;

/// <summary>
/// Asks for an answer that satisfies a schema: in the surest way that the model takes, validated, and asked for once
/// more where it is wrong.
/// </summary>
/// <param name="schema">What the answer is to be.</param>
/// <param name="convert">
/// Makes the caller's value of plain values; a <see cref="FormatException"/> says what cannot be one.
/// </param>
/// <param name="memory">What models have refused in this session.</param>
/// <param name="note">Takes a line for whoever wants to know how it went.</param>
public sealed class TypedExchange(
    AnswerSchema schema, Func<object?, object?> convert, AnswerMemory memory, Action<string> note)
{
    private readonly AnswerReader _reader = new(schema, convert);

    // What this schema was refused for, and what is not tried again while it lasts.
    private readonly AnswerMemory _own = new();

    /// <summary>The request as it would be sent first.</summary>
    /// <param name="request">The question.</param>
    /// <param name="endpoint">Where it would be sent.</param>
    public ConverseRequest Prepare(ConverseRequest request, Uri endpoint) =>
        AnswerRequest.With(request, schema, Open(request, endpoint)[0]);

    /// <summary>Asks, and reads the answer.</summary>
    /// <param name="request">The question.</param>
    /// <param name="endpoint">Where it is sent.</param>
    /// <param name="send">Sends a request and waits for its answer.</param>
    /// <exception cref="BedrockException">
    /// The call failed; or <c>InvalidAnswer</c>, <c>AnswerTruncated</c>, <c>AnswerRefused</c>: it brought an answer that
    /// is none, which is in the exception's <c>PartialResponse</c>.
    /// </exception>
    public TypedAnswer Ask(ConverseRequest request, Uri endpoint, Func<ConverseRequest, ConverseResponse> send)
    {
        (ConverseRequest asked, ConverseResponse first) = SendFirst(request, endpoint, send);
        AnswerReading reading = _reader.Read(first);
        if (reading.IsGood)
        {
            return new TypedAnswer(reading.Value, first);
        }

        AnswerFailures.ThrowIfCut(first);
        if (asked.Messages.Count == 0)
        {
            throw AnswerFailures.Invalid(first, reading.Problems, isRepaired: false);
        }

        note($"{first.ModelId}: the answer does not satisfy the schema, asking once more: "
            + ProblemText.Join(reading.Problems));
        return Repair(asked, first, reading.Problems, send);
    }

    private TypedAnswer Repair(
        ConverseRequest asked,
        ConverseResponse first,
        IReadOnlyList<string> problems,
        Func<ConverseRequest, ConverseResponse> send)
    {
        ConverseResponse second = Resend(RepairRequest.Of(asked, first, problems), first, send);
        second.Usage = Sum(first.Usage, second.Usage);
        AnswerReading reading = _reader.Read(second);
        if (reading.IsGood)
        {
            return new TypedAnswer(reading.Value, second);
        }

        AnswerFailures.ThrowIfCut(second);
        throw AnswerFailures.Invalid(second, reading.Problems, isRepaired: true);
    }

    // What failed is the second call; the first answer was paid for, and is not lost with it.
    private static ConverseResponse Resend(
        ConverseRequest request, ConverseResponse first, Func<ConverseRequest, ConverseResponse> send)
    {
        try
        {
            return send(request);
        }
        catch (BedrockException failure)
        {
            failure.PartialResponse ??= first;
            throw;
        }
    }

    private (ConverseRequest Asked, ConverseResponse Response) SendFirst(
        ConverseRequest request, Uri endpoint, Func<ConverseRequest, ConverseResponse> send)
    {
        AnswerStrategy[] open = Open(request, endpoint);
        for (int i = 0; ; i++)
        {
            ConverseRequest asked = AnswerRequest.With(request, schema, open[i]);
            note($"{request.ModelId}: {Tell(open[i])}");
            try
            {
                return (asked, send(asked));
            }
            catch (BedrockException failure) when (i + 1 < open.Length && AnswerRefusal.Is(failure, open[i]))
            {
                note($"{request.ModelId} does not take this: {failure.Message}");
                (AnswerRefusal.IsLasting(failure) ? memory : _own).Refused(endpoint, request.ModelId, open[i]);
            }
        }
    }

    private AnswerStrategy[] Open(ConverseRequest request, Uri endpoint)
    {
        AnswerStrategy[] all = [.. AnswerRequest.Strategies(request, schema)];
        AnswerStrategy[] open =
        [
            .. all.Where(strategy => !memory.HasRefused(endpoint, request.ModelId, strategy)
                && !_own.HasRefused(endpoint, request.ModelId, strategy)),
        ];
        return open.Length > 0 ? open : all[^1..];
    }

    private static string Tell(AnswerStrategy strategy) => strategy switch
    {
        AnswerStrategy.Native => "the schema goes as outputConfig.textFormat, and the service holds the model to it",
        AnswerStrategy.ForcedTool => "the schema goes as a tool that the model must call",
        AnswerStrategy.Instructions => "the schema goes with instructions in the system prompt",
        _ => "the schema goes with instructions behind the question",
    };

    private static TokenUsage? Sum(TokenUsage? first, TokenUsage? second)
    {
        if (first is null || second is null)
        {
            return second ?? first;
        }

        TokenUsage sum = new();
        sum.Add(first);
        sum.Add(second);
        return sum;
    }
}
