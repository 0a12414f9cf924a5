using System.Management.Automation;
using BedrockPS.Conversion;
using BedrockPS.StructuredOutput;
using BedrockPS.Tools;
using BedrockPS.Usage;

namespace BedrockPS.Cmdlets;

/// <summary>Asks the next question of a conversation and writes the answer.</summary>
/// <remarks>
/// <para>The question and its answer are added to the conversation once the answer is whole. A call that fails
/// leaves the conversation exactly as it was. A stream that is left before its end, as by Ctrl+C, keeps what had
/// arrived, with the stop reason 'cancelled'.</para>
/// <para>-Tool, or the tools of the conversation, are used as Invoke-BRConverse does; their calls and results are kept
/// with the answer. Where an answer left calls open (.ToolUses), -ToolResult gives their results; those that are not
/// given are run where they can be, and the model is told of the others that they were not.</para>
/// <para>An answer of Invoke-BRConverse or of an earlier Send-BRMessage is taken for its conversation, to go on from
/// there: from one that is no longer the last, in a branch of its own.</para>
/// <para>With -OutputType or -Schema the answer is an object of that form; see about_BedrockPS_TypedAnswers. The
/// conversation keeps it as the text of its JSON, and not what was wrong before it.</para>
/// <para>-WhatIf says what would be asked, and what it might cost. With tools it asks, and runs none.</para>
/// <para>-AsRequest returns the request instead of sending it, and leaves the conversation as it was.</para>
/// </remarks>
/// <example>
/// <code>$c = Start-BRConversation -System 'Be brief.'
/// $c | Send-BRMessage 'What does a page file do?' -Stream
/// $c | Send-BRMessage 'And on Linux?'</code>
/// <para>Two turns of one conversation, the first streamed.</para>
/// </example>
/// <example>
/// <code>$c | Send-BRMessage 'And this one?' -Image ./b.png</code>
/// <para>Asks about a picture; the conversation keeps it.</para>
/// </example>
/// <example>
/// <code>Invoke-BRConverse 'Name a port of Italy.' | Send-BRMessage 'And one of France?' |
///     Send-BRMessage 'The larger?'</code>
/// <para>Goes on from an answer.</para>
/// </example>
/// <example>
/// <code>$answer = $c | Send-BRMessage 'Order two of article 7.' -Tool (New-BRTool -Name order -Schema $schema)
/// $c | Send-BRMessage -ToolResult @{ order = @{ number = 4711 } }</code>
/// <para>Answers a tool call that came back to the caller.</para>
/// </example>
[Cmdlet(VerbsCommunications.Send, "BRMessage", SupportsShouldProcess = true)]
[OutputType(typeof(ConverseResponse), typeof(ConverseEvent), typeof(BedrockRequestPreview), typeof(string))]
public sealed class SendBRMessageCommand : TypedAnswerCommandBase
{
    /// <summary>The question; it may be left out with -ToolResult.</summary>
    [Parameter(Position = 0)]
    [Alias("Message")]
    [AllowEmptyString]
    public string? Prompt { get; set; }

    /// <summary>The conversation, as Start-BRConversation returns it, or an answer to go on from.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ConversationOf]
    public Conversation Conversation { get; set; } = null!;

    /// <summary>
    /// The results of the tool calls that the last answer left open: @{ '&lt;ToolUseId or name&gt;' = &lt;result&gt; };
    /// an error record or an exception tells the model that the call failed.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? ToolResult { get; set; }

    /// <summary>
    /// Compresses the conversation, as Compress-BRConversation does, where the question does not fit into the model's
    /// context window, and asks again, once; a warning says so.
    /// </summary>
    [Parameter]
    public SwitchParameter AutoCompress { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Conversation;

    private protected override IReadOnlyList<Tool> StandingTools => Conversation?.Tools ?? [];

    private string ModelToAsk => IsBound(nameof(ModelId)) ? ModelId! : Conversation.ModelId;

    /// <inheritdoc/>
    protected override void Begin()
    {
        base.Begin();
        if (ToolResult is null)
        {
            PromptText.Require(Prompt);
        }
    }

    /// <inheritdoc/>
    protected override void Process()
    {
        // Let go of before the answer is out: whoever takes it may go on in the conversation at once.
        Action write;
        BedrockException? unsaved;
        using (Conversation.Begin())
        {
            write = Converse();
            unsaved = IsPreview ? null : Conversation.SaveFailure;
        }

        write();
        if (unsaved is not null)
        {
            WriteFailure(unsaved, Conversation);
        }
    }

    // What is to be written once the conversation is free.
    private Action Converse()
    {
        IReadOnlyList<ToolCall> answered = AnswerOpenCalls();
        Message question = CreateQuestion(
            ModelToAsk, [.. answered.Select(ToolTurn.ToResult), .. Text], Conversation.Messages);
        ConverseRequest request = CreateRequest(question);
        if (IsPreview)
        {
            return () => Preview(WithSchema(request), isStream: Stream || AsEvent);
        }

        if (Tools.Count == 0 && IsOnlyDescribed(MeteredRequest.Of(Stream ? "ConverseStream" : "Converse", request)))
        {
            return () => { };
        }

        try
        {
            return Converse(question, request, answered);
        }
        catch (BedrockException failure) when (AutoCompress && failure.PartialResponse is null && IsOverflow(failure))
        {
            // Nothing was answered yet, so no tool has run that would run again.
            CompressAfter(failure);
            return Converse(question, CreateRequest(question), answered);
        }
    }

    private Action Converse(Message question, ConverseRequest request, IReadOnlyList<ToolCall> answered) =>
        IsTyped ? ConverseTyped(question, request, answered) : ConverseFreely(question, request, answered);

    private Action ConverseFreely(Message question, ConverseRequest request, IReadOnlyList<ToolCall> answered)
    {
        ConverseExchange exchange = new(request, answered);
        ConverseResponse answer = Ask(exchange, Form, left => Conversation.Commit(question, exchange.Turns, left));
        Conversation.Commit(question, exchange.Turns, answer);
        return () => Write(answer);
    }

    private Action ConverseTyped(Message question, ConverseRequest request, IReadOnlyList<ToolCall> answered)
    {
        TypedAnswer answer = AskTyped(
            request,
            exchange => Ask(
                exchange,
                Stream ? AnswerForm.Unseen : AnswerForm.Whole,
                left => Conversation.Commit(question, exchange.Turns, left)),
            answered);
        Conversation.Commit(question, answer.Turns, answer.Response);
        return () => WriteTyped(answer);
    }

    private void Write(ConverseResponse answer)
    {
        if (!AsEvent)
        {
            Keep(answer);
            WriteObject(answer);
        }

        WriteFacts(answer);
    }

    private AnswerForm Form => AsEvent ? AnswerForm.Events : Stream ? AnswerForm.Streamed : AnswerForm.Whole;

    private IEnumerable<ContentBlock> Text =>
        string.IsNullOrWhiteSpace(Prompt) ? [] : [new TextBlock { Text = Prompt }];

    private static bool IsOverflow(BedrockException failure) => failure.ContextOverflow is not null;

    private void CompressAfter(BedrockException failure)
    {
        CompressionPlan plan = CompressionPlan.Of(Conversation, new CompressionOptions { ModelId = ModelToAsk });
        if (plan.TurnsRemoved == 0)
        {
            throw failure;
        }

        ConversationCompression report;
        try
        {
            report = Compress(plan);
        }
        catch (BedrockException e) when (IsOverflow(e))
        {
            // The older turns do not fit into the window by themselves either, so nobody can summarise them.
            report = Compress(CompressionPlan.Of(Conversation, new CompressionOptions { IsTrim = true }));
        }

        WriteWarning(
            $"{failure.Message} The conversation was compressed: {report}; its older turns were "
            + (report.Summary is null ? "dropped, for they are too long to be summarised." : "summarised."));
    }

    private IReadOnlyList<ToolCall> AnswerOpenCalls()
    {
        Message? last = Conversation.Messages.LastOrDefault();
        return AnswerOpen(
            last, ToolResultConversion.Read(ToolResult ?? [], ToolTurn.Asked(last), MaxToolResultCharacters));
    }

    private ConverseRequest CreateRequest(Message question) =>
        CreateRequest(Conversation, question, ModelToAsk, System, Stream || AsEvent);
}
