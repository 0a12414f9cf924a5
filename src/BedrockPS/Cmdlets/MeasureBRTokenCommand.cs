using System.Management.Automation;
using BedrockPS.Access;
using BedrockPS.Conversion;
using BedrockPS.Converse;
using BedrockPS.Http;
using BedrockPS.Usage;

namespace BedrockPS.Cmdlets;

/// <summary>Counts the tokens that a question would have, without asking it.</summary>
/// <remarks>
/// <para>The service counts where the model allows it (CountTokens, which costs nothing); elsewhere the number is an
/// estimate. .Method says which, and .Reason why. The operation takes no inference profile, so tokens are counted
/// for the foundation model behind it.</para>
/// <para>Without -Prompt, each piped string is a question of its own, and a piped conversation is counted as it
/// stands. With -Prompt, piped objects are the context of one question, as for Invoke-BRConverse.</para>
/// <para>The estimate: four characters a token in Latin script, two in other alphabets, one in scripts without an
/// alphabet; pictures by their size; other files a token for 25 bytes.</para>
/// </remarks>
/// <example>
/// <code>Measure-BRToken (Get-Content ./report.md -Raw) -ModelId anthropic.claude-sonnet-4-20250514-v1:0</code>
/// <para>Counts the tokens of a text.</para>
/// </example>
/// <example>
/// <code>Get-Service | Measure-BRToken 'Which of these look wrong?' -Estimate</code>
/// <para>Estimates a question with its context, without a call.</para>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "BRToken")]
[OutputType(typeof(TokenCount), typeof(BedrockRequestPreview), typeof(string))]
public sealed class MeasureBRTokenCommand : MediaCommandBase
{
    private const string Counted = "CountTokens";
    private const string Estimated = "Estimate";

    private readonly List<FileInfo> _files = [];
    private ContextText? _context;
    private IList<Message> _turns = [];
    private BedrockException? _noConnection;
    private BedrockConnection? _connection;

    /// <summary>The question. Without it, each piped string is a question of its own.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Prompt { get; set; }

    /// <summary>A question or a conversation (without -Prompt), or context and files for the question.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    public object? InputObject { get; set; }

    /// <summary>Instructions that stand before the conversation.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? System { get; set; }

    /// <summary>The turns before the question, as for Invoke-BRConverse.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? Message { get; set; }

    /// <summary>The tools that the model may ask for, in the service's shape.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? ToolConfig { get; set; }

    /// <summary>How many characters of piped context a question may carry, as for Invoke-BRConverse.</summary>
    [Parameter]
    [PSDefaultValue(Value = 200000)]
    [ValidateRange(1, int.MaxValue)]
    public int MaxContextCharacters { get; set; } = 200_000;

    /// <summary>Estimates, and makes no call.</summary>
    [Parameter]
    public SwitchParameter Estimate { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => InputObject ?? Prompt;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _connection?.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override void Begin()
    {
        base.Begin();
        _context = new ContextText(MaxContextCharacters);
        _turns = TurnConversion.ToTurns(Message ?? []);
    }

    /// <inheritdoc/>
    protected override void Process()
    {
        object? bare = Unwrapped.Of(InputObject);
        switch (bare)
        {
            case null when !MyInvocation.ExpectingInput && Prompt is null && _turns.Count == 0:
                throw new BedrockException(
                    ClientErrorCode.InvalidRequest, "There is nothing to count. Give -Prompt, -Message or input.");
            case null when !MyInvocation.ExpectingInput:
                Measure(Prompt is null ? [] : [new TextBlock { Text = Prompt }]);
                break;
            case null:
                break;
            case Conversation conversation when Prompt is null:
                Measure(conversation);
                break;
            case FileInfo file:
                _files.Add(file);
                break;
            case string text when Prompt is null:
                Measure([new TextBlock { Text = text }]);
                break;
            default:
                _context!.Add(InputObject!);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void End()
    {
        IReadOnlyList<ContentBlock> files = _files.Count > 0 ? ReadPiped(_files, Model) : [];
        ContentBlock[] context = _context is { Count: > 0 } text ? [new TextBlock { Text = text.ToString() }] : [];
        if (files.Count > 0 || context.Length > 0)
        {
            ContentBlock[] prompt = Prompt is null ? [] : [new TextBlock { Text = Prompt }];
            Measure([.. files, .. context, .. prompt]);
        }
    }

    private string Model => string.IsNullOrEmpty(ModelId) ? DefaultModelId : ModelId;

    private void Measure(Conversation conversation) => Measure(new ConverseRequest
    {
        ModelId = string.IsNullOrEmpty(ModelId) ? conversation.ModelId : ModelId,
        Messages = [.. conversation.Messages],
        System = (System ?? conversation.System) is { } system ? [new TextBlock { Text = system }] : null,
    });

    private void Measure(IEnumerable<ContentBlock> content)
    {
        Message question = CreateQuestion(Model, content, _turns);
        Measure(new ConverseRequest
        {
            ModelId = Model,
            Messages = question.Content.Count == 0 ? _turns : [.. _turns, question],
            System = System is null ? null : [new TextBlock { Text = System }],
        });
    }

    private void Measure(ConverseRequest request)
    {
        request.ToolConfig = ToolConfig is null ? null : ToolShape.Read(ToolConfig);
        if (IsPreview)
        {
            WritePreview(connection => connection.PreviewCountTokens(request));
            return;
        }

        TokenCount count = Estimate ? EstimateOf(request, "-Estimate was given.") : Count(request);
        WriteObject(Price(count));
    }

    private TokenCount Count(ConverseRequest request)
    {
        if (TokenCounting.CountableId(request.ModelId) is null)
        {
            return EstimateOf(request, $"'{request.ModelId}' does not tell its foundation model.");
        }

        if (Connect() is not { } connection)
        {
            return EstimateOf(request, _noConnection!.Message);
        }

        try
        {
            long tokens = Wait(connection.CountTokensAsync(request, StopToken));
            return new TokenCount { ModelId = request.ModelId, InputTokens = tokens, Method = Counted };
        }
        catch (BedrockException failure) when (failure.ErrorCode != ClientErrorCode.RecordingMiss)
        {
            return EstimateOf(request, $"{failure.ErrorCode}: {failure.Message}");
        }
    }

    // Without a region or credentials there is an estimate still.
    private BedrockConnection? Connect()
    {
        try
        {
            return _noConnection is not null ? null
                : _connection ??= PlanFor(EndpointAddress.Runtime).Connect(ReadCallOptions());
        }
        catch (BedrockException failure)
        {
            _noConnection = failure;
            return null;
        }
    }

    private static TokenCount EstimateOf(ConverseRequest request, string reason) => new()
    {
        ModelId = request.ModelId,
        InputTokens = TokenEstimate.Of(request),
        Method = Estimated,
        Reason = reason,
    };

    private TokenCount Price(TokenCount count)
    {
        PriceBook book = Session.Prices.Book;
        CallOutcome input = new() { Usage = new TokenUsage { InputTokens = count.InputTokens } };
        UsageMeter meter = NewMeter();
        meter.Facts = ReadMeterFacts();
        Cost cost = meter.Price(new MeteredRequest(Counted, count.ModelId), input);
        (count.InputCost, count.Currency) = (cost.Amount, cost.Currency);
        count.ContextTokens = book.ContextTokensOf(count.ModelId);
        return count;
    }
}
