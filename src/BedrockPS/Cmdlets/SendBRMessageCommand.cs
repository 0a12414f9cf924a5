using System.Management.Automation;
using BedrockPS.Http;

namespace BedrockPS.Cmdlets;

/// <summary>Asks the next question of a conversation and writes the answer.</summary>
/// <remarks>
/// <para>The question and its answer are added to the conversation once the answer is whole. A call that fails
/// leaves the conversation exactly as it was. A stream that is left before its end, as by Ctrl+C, keeps what had
/// arrived, with the stop reason 'cancelled'.</para>
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
[Cmdlet(VerbsCommunications.Send, "BRMessage")]
[OutputType(typeof(ConverseResponse), typeof(ConverseEvent), typeof(BedrockRequestPreview), typeof(string))]
public sealed class SendBRMessageCommand : ConverseCommandBase
{
    /// <summary>The question.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Message")]
    [AllowEmptyString]
    public string Prompt { get; set; } = null!;

    /// <summary>The conversation, as Start-BRConversation returns it.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Conversation Conversation { get; set; } = null!;

    /// <summary>Writes the text to the host as it arrives, then returns the whole answer.</summary>
    [Parameter]
    public SwitchParameter Stream { get; set; }

    /// <summary>Returns the events of the stream as they arrive, instead of the answer.</summary>
    [Parameter]
    public SwitchParameter AsEvent { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Conversation;

    private string ModelToAsk => IsBound(nameof(ModelId)) ? ModelId! : Conversation.ModelId;

    /// <inheritdoc/>
    protected override void Begin()
    {
        base.Begin();
        if (string.IsNullOrWhiteSpace(Prompt))
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest, "The prompt is empty. Give the question to ask.");
        }
    }

    /// <inheritdoc/>
    protected override void Process()
    {
        using IDisposable hold = Conversation.Begin();
        Message question = CreateQuestion(ModelToAsk, [new TextBlock { Text = Prompt }], Conversation.Messages);
        ConverseRequest request = CreateRequest(question);
        if (IsPreview)
        {
            Preview(request, isStream: Stream || AsEvent);
            return;
        }

        ConverseResponse answer = Ask(request, response => Keep(question, response));
        Conversation.Commit(question, answer);
        if (!AsEvent)
        {
            WriteObject(answer);
        }

        WriteFacts(answer);
    }

    private ConverseRequest CreateRequest(Message question)
    {
        ConverseRequest request = Conversation.CreateRequest(question);
        InferenceConfiguration inference = ReadInference(Conversation.InferenceConfig);
        request.InferenceConfig = inference.IsEmpty ? null : inference;
        request.ModelId = ModelToAsk;
        request.System = System is null ? request.System : [new TextBlock { Text = System }];
        ApplyOptions(request, Stream || AsEvent);
        return request;
    }

    private ConverseResponse Ask(ConverseRequest request, Action<ConverseResponse> onLeft)
    {
        if (AsEvent)
        {
            return AskStreaming(request, WriteObject, onLeft);
        }

        return Stream ? AskToHost(request, onLeft) : Ask(request);
    }

    // Before the first text there is nothing to keep. What broke off within a tool call, or within a thought that the
    // provider has not signed yet, would make the service refuse every further question.
    private void Keep(Message question, ConverseResponse partial)
    {
        ContentBlock[] whole = [.. (partial.Message?.Content ?? []).Where(IsWhole)];
        if (whole.Any(block => block is TextBlock))
        {
            partial.Message = new Message(MessageRole.Assistant, whole);
            Conversation.Commit(question, partial);
        }
    }

    private static bool IsWhole(ContentBlock block) => block switch
    {
        TextBlock text => !string.IsNullOrWhiteSpace(text.Text),
        ReasoningBlock thought => thought.Signature is not null || thought.RedactedContent is not null,
        _ => false,
    };
}
