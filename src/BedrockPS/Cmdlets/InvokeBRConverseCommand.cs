using System.Management.Automation;
using BedrockPS.Conversion;
using BedrockPS.Http;
using BedrockPS.StructuredOutput;
using BedrockPS.Usage;

namespace BedrockPS.Cmdlets;

/// <summary>Asks a foundation model through the Converse operation and writes its answer.</summary>
/// <remarks>
/// <para>Without -Prompt, each piped string is a question of its own: one call and one answer each.</para>
/// <para>With -Prompt, the piped objects are the context of one call: each becomes a compact line of JSON with the
/// properties that its default view shows, up to -MaxContextCharacters. -PerObject asks about each object by itself.
/// A piped model, as Get-BRFoundationModel returns it, is a model to ask; a piped guardrail watches the call.</para>
/// <para>Piped files go with the question as what they are: images, documents, videos, audio; text of every kind
/// as a text document. What the files are is told by their content. To ask about the list of files instead, pipe
/// the properties that matter: Get-ChildItem | Select-Object Name, Length. A file that cannot be sent is a
/// non-terminating error, and the question is asked about the others.</para>
/// <para>With -Stream the text is written to the host as the model generates it, and then the same object is
/// returned as without. -AsEvent returns the events of the stream instead and keeps none of them, however long the
/// stream: where it fails, the exception's PartialResponse holds no text.</para>
/// <para>With -OutputType or -Schema the answer is an object of that form, read, checked and converted; see
/// about_BedrockPS_TypedAnswers. -Many asks for a list, and each item comes by itself.</para>
/// <para>A call that fails is a non-terminating error, and the next input goes on. The error id is the service's own
/// code, such as ThrottlingException.</para>
/// <para>-WhatIf says what would be asked, and what it might cost. With -Tool it asks, and runs no tool.</para>
/// <para>-AsRequest returns the request instead of sending it, and -As writes it as a program.</para>
/// </remarks>
/// <example>
/// <code>Invoke-BRConverse 'Explain the solar system' -ModelId amazon.nova-micro-v1:0 -MaxTokens 256</code>
/// <para>Asks one question and shows the answer.</para>
/// </example>
/// <example>
/// <code>Get-Service | Invoke-BRConverse 'Which of these look wrong?' -Stream</code>
/// <para>Asks one question about all services, and shows the answer as it is written.</para>
/// </example>
/// <example>
/// <code>'one','two','three' | Invoke-BRConverse | Select-Object Text, StopReason, OutputTokens</code>
/// <para>Asks three questions, one call each.</para>
/// </example>
/// <example>
/// <code>Invoke-BRConverse 'What is on it?' -Image ./chart.png, ./photos/*.jpg</code>
/// <para>Asks about pictures. -Document, -Video and -Audio take files in the same way, and s3:// addresses.</para>
/// </example>
/// <example>
/// <code>Get-ChildItem ./logs/*.log | Invoke-BRConverse 'What went wrong?'</code>
/// <para>Asks one question about the content of files; -PerObject asks about each by itself.</para>
/// </example>
/// <example>
/// <code>Get-Content ./app.log -Tail 200 |
///     Invoke-BRConverse 'Which incidents are in this log?' -Schema 'time datetime, level low|high, what' -Many |
///     Sort-Object time</code>
/// <para>Makes a list of objects of a log.</para>
/// </example>
/// <example>
/// <code>Invoke-BRConverse 'Hello' -ModelId amazon.nova-micro-v1:0 -Region us-east-1 -As Curl</code>
/// <para>Sends nothing and shows the curl command that would.</para>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "BRConverse", SupportsShouldProcess = true)]
[OutputType(typeof(ConverseResponse), typeof(ConverseEvent), typeof(BedrockRequestPreview), typeof(string))]
public sealed class InvokeBRConverseCommand : TypedAnswerCommandBase
{
    private readonly List<FileInfo> _files = [];
    private ContextText? _context;
    private IList<Message> _turns = [];
    private bool _isPromptGiven;
    private bool _isModelGiven;

    /// <summary>The question. Without it, each piped string is a question of its own.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string? Prompt { get; set; }

    /// <summary>
    /// A question (without -Prompt), context or a file for the question (with -Prompt), or a model to ask.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    public object? InputObject { get; set; }

    /// <summary>
    /// The turns before the question: text, hashtables in the service's shape, Message objects, or the output of
    /// earlier calls. Without -Prompt, the last of them is the question.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? Message { get; set; }

    /// <summary>Asks -Prompt about each piped object by itself, one call each.</summary>
    [Parameter]
    public SwitchParameter PerObject { get; set; }

    /// <summary>
    /// How many characters of piped context one call may carry; the rest is left out, with a warning.
    /// </summary>
    [Parameter]
    [PSDefaultValue(Value = 200000)]
    [ValidateRange(1, int.MaxValue)]
    public int MaxContextCharacters { get; set; } = 200_000;

    /// <inheritdoc/>
    protected override object? ErrorTarget => InputObject ?? Prompt;

    /// <inheritdoc/>
    protected override void Begin()
    {
        base.Begin();
        _isPromptGiven = IsBound(nameof(Prompt));
        _isModelGiven = IsBound(nameof(ModelId));
        _context = new ContextText(MaxContextCharacters);
        _turns = TurnConversion.ToTurns(Message ?? []);
        if (_isPromptGiven)
        {
            PromptText.Require(Prompt);
        }
    }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (MyInvocation.ExpectingInput || InputObject is null)
        {
            ProcessItem();
            return;
        }

        // Given by name, a collection is what it would have been from the pipeline.
        foreach (object? item in LanguagePrimitives.GetEnumerable(InputObject) ?? new[] { InputObject })
        {
            InputObject = item;
            ProcessItem();
        }
    }

    /// <inheritdoc/>
    protected override void End()
    {
        InputObject = null;
        IReadOnlyList<ContentBlock> files = _files.Count > 0 ? ReadPiped(_files, ModelToAsk()) : [];
        if (files.Count > 0 || _context is { Count: > 0 })
        {
            IReadOnlyList<ContentBlock> context = _context!.ToBlocks(WriteWarning);
            Ask(ModelToAsk(), [.. files, .. context, new TextBlock { Text = CommandLinePrompt }]);
        }
    }

    private void ProcessItem()
    {
        PipedGuardrail = Unwrapped.Of(InputObject) as Guardrail;
        if (!MyInvocation.ExpectingInput && InputObject is null)
        {
            AskGiven();
        }
        else if (ModelReference.Find(InputObject) is { } piped)
        {
            AskPipedModel(piped);
        }
        else if (PipedGuardrail is not null)
        {
            AskGiven();
        }
        else if (_isPromptGiven)
        {
            AddContext();
        }
        else
        {
            string modelId = string.IsNullOrEmpty(ModelId) ? ModelToAsk() : ModelId;
            Ask(modelId, [new TextBlock { Text = PromptText.Require(Prompt ?? PromptText.Of(InputObject)) }]);
        }
    }

    private void AskGiven()
    {
        bool hasTurns = _turns.Count > 0 || PromptVariable is not null;
        Ask(
            ModelToAsk(),
            Prompt is null && hasTurns ? [] : [new TextBlock { Text = Require(() => PromptText.Require(Prompt)) }]);
    }

    private string CommandLinePrompt => (string)MyInvocation.BoundParameters[nameof(Prompt)];

    // The properties of context objects may be bound to parameters by name; what counts is the command line.
    private string ModelToAsk() => _isModelGiven ? ModelId! : DefaultModelId;

    private void AskPipedModel(string modelId)
    {
        string? wrong = _isModelGiven ? $"The model '{modelId}' was piped in and -ModelId names another. Give one."
            : !_isPromptGiven ? "A model was piped in without -Prompt. Give the question."
            : null;
        if (wrong is not null)
        {
            throw new BedrockException(ClientErrorCode.InvalidRequest, wrong);
        }

        Ask(modelId, [new TextBlock { Text = CommandLinePrompt }]);
    }

    private void AddContext()
    {
        object? bare = Unwrapped.Of(InputObject);
        switch (bare)
        {
            case null:
                break;
            case FileInfo file when PerObject:
                AskAbout(ReadPiped([file], ModelToAsk()));
                break;
            case FileInfo file:
                _files.Add(file);
                break;
            case object when PerObject:
                ContextText own = new(MaxContextCharacters);
                own.Add(InputObject!);
                AskAbout(own.ToBlocks(WriteWarning));
                break;
            default:
                _context!.Add(InputObject!);
                break;
        }
    }

    private void AskAbout(IReadOnlyList<ContentBlock> item)
    {
        if (item.Count > 0)
        {
            Ask(ModelToAsk(), [.. item, new TextBlock { Text = CommandLinePrompt }]);
        }
    }

    private void Ask(string modelId, IEnumerable<ContentBlock> content)
    {
        InferenceConfiguration inference = ReadInference();
        Message question = CreateQuestion(modelId, content, _turns);
        ConverseRequest request = new()
        {
            ModelId = modelId,
            Messages = question.Content.Count == 0 ? _turns : [.. _turns, question],
            System = System is null ? null : [new TextBlock { Text = System }],
            InferenceConfig = inference.IsEmpty ? null : inference,
        };
        ApplyOptions(request, Stream || AsEvent);
        if (IsPreview)
        {
            Preview(WithSchema(request), isStream: Stream || AsEvent);
        }
        else if (Tools.Count == 0 && IsOnlyDescribed(MeteredRequest.Of(Operation, request)))
        {
            return;
        }
        else if (IsTyped)
        {
            AnswerTyped(request);
        }
        else
        {
            Answer(request);
        }
    }

    private string Operation => Stream || AsEvent ? "ConverseStream" : "Converse";

    private void Answer(ConverseRequest request)
    {
        Message[] asked = [.. request.Messages];
        ConverseExchange exchange = new(request);
        ConverseResponse answer = Ask(
            exchange, AsEvent ? AnswerForm.FlatEvents : Stream ? AnswerForm.Streamed : AnswerForm.Whole);
        if (!AsEvent)
        {
            ToConversation(request, [.. asked, .. exchange.Turns], answer).Claim(answer);
            Keep(answer);
            WriteObject(answer);
        }

        WriteFacts(answer);
    }

    private void AnswerTyped(ConverseRequest request)
    {
        TypedAnswer answer = AskTyped(
            request, exchange => Ask(exchange, Stream ? AnswerForm.Unseen : AnswerForm.Whole));
        ToConversation(request, [.. request.Messages, .. answer.Turns], answer.Response).Claim(answer.Response);
        WriteTyped(answer);
    }
}
