using BedrockPS.Tools;

namespace BedrockPS.StructuredOutput;

/// <summary>Reads an answer: finds its JSON, validates it, makes of it what the caller wants.</summary>
/// <param name="schema">What the answer is to be.</param>
/// <param name="convert">
/// Makes the caller's value of plain values; a <see cref="FormatException"/> says what cannot be one.
/// </param>
internal sealed class AnswerReader(AnswerSchema schema, Func<object?, object?> convert)
{
    // An answer holds one value, perhaps some more that were thought aloud.
    private const int MaxCandidates = 50;

    /// <summary>The value; the last in the text that fits, since what stands before was thought aloud.</summary>
    public AnswerReading Read(ConverseResponse response)
    {
        AnswerReading? last = null;
        foreach (object? written in Candidates(response).Reverse().Take(MaxCandidates))
        {
            AnswerReading reading = Judge(schema.Unwrap(written));
            if (reading.IsGood)
            {
                return reading;
            }

            last ??= reading;
        }

        return last ?? new AnswerReading(null, [Missing(response)]);
    }

    /// <summary>Whether the answer is no answer yet: a tool of the caller's is to be run, and nobody did.</summary>
    public static bool AsksForTool(ConverseResponse response) =>
        ToolTurn.Asked(response.Message).Any(call => call.Name != AnswerRequest.ToolName);

    private static IEnumerable<object?> Candidates(ConverseResponse response) =>
    [
        .. JsonFinder.Find(response.Text),
        .. response.ToolUses.Where(call => call.Name == AnswerRequest.ToolName).SelectMany(InputOf),
    ];

    private static IEnumerable<object?> InputOf(ToolUseBlock call) =>
        call.Input is string text ? JsonFinder.Find(text) : [call.Input];

    private static string Missing(ConverseResponse response) =>
        AsksForTool(response) ? "a tool is asked for instead of an answer"
        : response.ToolUses.Count > 0 ? "the input of the tool is no JSON"
        : string.IsNullOrWhiteSpace(response.Text) ? "the answer is empty"
        : JsonFinder.HasStart(response.Text) ? "the JSON of the answer is broken, or its end is missing"
        : "there is no JSON in the answer";

    private AnswerReading Judge(object? value)
    {
        IReadOnlyList<string> problems = schema.Validate(value);
        if (problems.Count > 0)
        {
            return new AnswerReading(null, problems);
        }

        try
        {
            return new AnswerReading(convert(value), []);
        }
        catch (FormatException e)
        {
            return new AnswerReading(null, [e.Message]);
        }
    }
}
