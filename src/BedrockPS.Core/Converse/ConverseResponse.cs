using BedrockPS.Converse;
using BedrockPS.Guardrails;

namespace BedrockPS;

/// <summary>The answer of a model: the same type whether it came whole or streamed.</summary>
public sealed class ConverseResponse
{
    private string? _text;
    private string? _reasoning;
    private ReadableList<ToolUseBlock>? _toolUses;
    private ReadableList<Citation>? _citations;
    private GuardrailTrace? _guardrailTrace;

    /// <summary>The answer's text, without reasoning; derived from <see cref="Message"/> unless it was set.</summary>
    public string Text
    {
        get => _text ?? Message?.ToString() ?? string.Empty;
        set => _text = value;
    }

    /// <summary>Why the model stopped, in the service's words; see <see cref="BedrockPS.StopReason"/>.</summary>
    public string? StopReason { get; set; }

    /// <summary>The tools that the model asks for; derived from <see cref="Message"/> unless it was set.</summary>
    public ReadableList<ToolUseBlock> ToolUses
    {
        get => _toolUses ?? new ReadableList<ToolUseBlock>([.. (Message?.Content ?? []).OfType<ToolUseBlock>()]);
        set => _toolUses = value;
    }

    /// <summary>The tools that were run on the way to the answer, oldest first.</summary>
    public ReadableList<ToolCall> ToolCalls { get; set; } = new([]);

    /// <summary>The sources that the answer quotes; derived from <see cref="Message"/> unless it was set.</summary>
    public ReadableList<Citation> Citations
    {
        get => _citations ?? new ReadableList<Citation>([.. CitationReader.Read(Message)]);
        set => _citations = value;
    }

    /// <summary>What the model thought before it answered; null where it did not say.</summary>
    public string? Reasoning
    {
        get => _reasoning ?? JoinReasoning();
        set => _reasoning = value;
    }

    /// <summary>
    /// What the call used, in tokens, with tools all calls of the model together; null where the service did not say.
    /// </summary>
    public TokenUsage? Usage { get; set; }

    /// <summary>What the call cost by the price table; null where it was not made by a cmdlet.</summary>
    public Cost? Cost { get; set; }

    /// <summary>Tokens read, a column of its own for tables and CSV files.</summary>
    public long? InputTokens => Usage?.InputTokens;

    /// <summary>Tokens written, a column of its own for tables and CSV files.</summary>
    public long? OutputTokens => Usage?.OutputTokens;

    /// <summary>
    /// The service's own measure of the call, with tools of all calls of the model together, in milliseconds.
    /// </summary>
    public long? LatencyMs { get; set; }

    /// <summary>From sending the request to the first piece of a streamed answer, in milliseconds.</summary>
    public double? TimeToFirstTokenMs { get; set; }

    /// <summary>The model that was asked, as the caller named it.</summary>
    public string? ModelId { get; set; }

    /// <summary>
    /// What the call went to: the same, or the inference profile that stood in for a model that needs one.
    /// </summary>
    public string? ResolvedModelId { get; set; }

    /// <summary>The service's id of the request.</summary>
    public string? RequestId { get; set; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; set; } = 1;

    /// <summary>Whether the text was written to the host as it arrived; its view does not show it again.</summary>
    public bool Streamed { get; set; }

    /// <summary>The whole turn, block by block.</summary>
    public Message? Message { get; set; }

    /// <summary>Fields of the model's own that were asked for by path.</summary>
    public object? AdditionalFields { get; set; }

    /// <summary>What guardrails and routers did, in the service's shape.</summary>
    public object? Trace { get; set; }

    /// <summary>
    /// What a guardrail found, as readable objects; derived from <see cref="Trace"/> unless it was set, and null where
    /// no guardrail was traced.
    /// </summary>
    public GuardrailTrace? GuardrailTrace
    {
        get => _guardrailTrace ?? GuardrailTraceReader.Read(Trace);
        set => _guardrailTrace = value;
    }

    /// <summary>Members that this version does not name.</summary>
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>Where the answer stands, to go on from there; null where it came from elsewhere.</summary>
    internal AnswerOrigin? Origin { get; set; }

    /// <summary>The answer's text.</summary>
    public override string ToString() => Text;

    private string? JoinReasoning()
    {
        ReasoningBlock[] blocks = Message?.Content.OfType<ReasoningBlock>().ToArray() ?? [];
        return Array.Exists(blocks, block => block.Text is not null) ? string.Concat<ReasoningBlock>(blocks) : null;
    }
}
