using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using BedrockPS.Caching;
using BedrockPS.Completion;
using BedrockPS.Conversion;
using BedrockPS.Http;
using BedrockPS.Reasoning;

namespace BedrockPS.Cmdlets;

/// <summary>
/// What Converse offers beside the question: thinking, caching, guardrails, tools, forms, tiers, tags.
/// </summary>
public abstract class ConverseOptionCommandBase : MediaCommandBase
{
    private ConverseRequest? _options;

    /// <summary>
    /// Lets the model think before it answers, in the way that its family has; the thoughts are in .Reasoning.
    /// </summary>
    [Parameter]
    public SwitchParameter Reasoning { get; set; }

    /// <summary>
    /// How hard the model is to try: low, medium, high, or a word of its own. It turns -Reasoning on.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string? Effort { get; set; }

    /// <summary>The most tokens that thoughts may take, for models that count them. It turns -Reasoning on.</summary>
    [Parameter]
    [ValidateRange(1024, int.MaxValue)]
    public int ReasoningBudget { get; set; }

    /// <summary>What the service is to keep for the next call: Tools, System, History.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string[]? Cache { get; set; }

    /// <summary>How long it is to be kept: 5m or 1h; five minutes when absent.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string? CacheTtl { get; set; }

    /// <summary>The guardrail that watches the call, by id or ARN.</summary>
    [Parameter]
    [Alias("GuardrailIdentifier")]
    [ArgumentCompleter(typeof(GuardrailCompleter))]
    [ValidateNotNullOrEmpty]
    public string? GuardrailId { get; set; }

    /// <summary>The guardrail's version: a number, or DRAFT.</summary>
    [Parameter]
    [PSDefaultValue(Value = "DRAFT")]
    [ValidateNotNullOrEmpty]
    public string? GuardrailVersion { get; set; }

    /// <summary>How much the guardrail tells in .GuardrailTrace: enabled, disabled or enabled_full.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string? GuardrailTrace { get; set; }

    /// <summary>For a stream: sync holds text back until the guardrail has checked it, async does not.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string? GuardrailStreamMode { get; set; }

    /// <summary>
    /// The tools that the model may ask for, in the service's shape: @{ tools = @(@{ toolSpec = ... }) }.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public object? ToolConfig { get; set; }

    /// <summary>The JSON Schema that the answer's text must satisfy: a hashtable, an object or JSON text.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? JsonSchema { get; set; }

    /// <summary>Fields of the model's own, such as top_k: a hashtable, an object or JSON text.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? AdditionalModelRequestField { get; set; }

    /// <summary>JSON pointers to fields of the model's own answer that are to come back in .AdditionalFields.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? AdditionalModelResponseFieldPath { get; set; }

    /// <summary>The values of a stored prompt's variables, by name; the prompt's ARN is the -ModelId.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? PromptVariable { get; set; }

    /// <summary>Tags for the invocation log, by name.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? RequestMetadata { get; set; }

    /// <summary>How fast the answer is to come: standard or optimized.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string? PerformanceLatency { get; set; }

    /// <summary>The tier that serves the call, and sets its price: default, priority, flex or reserved.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string? ServiceTier { get; set; }

    /// <summary>The guardrail that came from the pipeline for the next call; it stands before -GuardrailId.</summary>
    private protected Guardrail? PipedGuardrail { get; set; }

    /// <summary>Adds the options to a request.</summary>
    /// <param name="request">The request, whose turns and settings are there already.</param>
    /// <param name="isStream">Whether the answer is to be streamed.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: the model does not go with an option.</exception>
    private protected void ApplyOptions(ConverseRequest request, bool isStream)
    {
        ConverseRequest options = _options ??= Require(ReadOptions);
        request.AdditionalModelRequestFields = options.AdditionalModelRequestFields;
        request.AdditionalModelResponseFieldPaths = options.AdditionalModelResponseFieldPaths;
        request.PromptVariables = options.PromptVariables;
        request.RequestMetadata = options.RequestMetadata;
        request.ToolConfig = Configure(options.ToolConfig, request.Messages);
        request.GuardrailConfig = ReadGuardrail(isStream);
        request.PerformanceConfig = options.PerformanceConfig;
        request.ServiceTier = options.ServiceTier;
        request.OutputConfig = options.OutputConfig?.TextFormat is { } format ? new() { TextFormat = format } : null;
        if (Reasoning || Effort is not null || IsBound(nameof(ReasoningBudget)))
        {
            int? budget = IsBound(nameof(ReasoningBudget)) ? ReasoningBudget : null;
            ReasoningFields.Apply(request, new ReasoningRequest(Effort, budget));
        }

        if (Cache is not null)
        {
            CachePoints.Place(request, Cache, CacheTtl);
        }
    }

    /// <summary>The tools that -ToolConfig gives.</summary>
    private protected ToolConfiguration? GivenTools => (_options ??= Require(ReadOptions)).ToolConfig;

    /// <summary>What a request says of tools.</summary>
    /// <param name="given">The tools that -ToolConfig gives.</param>
    /// <param name="turns">The turns that it carries.</param>
    private protected virtual ToolConfiguration? Configure(
        ToolConfiguration? given, IEnumerable<Message> turns) => given;

    // What is the same for every input is read once, so that a mistake in it ends the command.
    private ConverseRequest ReadOptions()
    {
        _ = ReadGuardrail(isStream: false);
        if (CacheTtl is not null && Cache is null)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest, "-CacheTtl needs -Cache, which says what to keep.");
        }

        CachePoints.Place(new ConverseRequest(), Cache ?? [], CacheTtl);
        return new ConverseRequest
        {
            AdditionalModelRequestFields =
                FreeForm.Read(nameof(AdditionalModelRequestField), AdditionalModelRequestField),
            AdditionalModelResponseFieldPaths = AdditionalModelResponseFieldPath,
            PromptVariables = ReadPromptVariables(),
            RequestMetadata = RequestMetadata?.Cast<DictionaryEntry>()
                .ToDictionary(tag => $"{tag.Key}", tag => DocumentConversion.ToText(tag.Value)),
            ToolConfig = ToolConfig is null ? null : ToolShape.Read(ToolConfig),
            PerformanceConfig = PerformanceLatency is null ? null : new() { Latency = PerformanceLatency },
            ServiceTier = ServiceTier is null ? null : new() { Type = ServiceTier },
            OutputConfig = JsonSchema is null ? null : new() { TextFormat = ReadFormat() },
        };
    }

    private GuardrailConfiguration? ReadGuardrail(bool isStream)
    {
        if ((PipedGuardrail?.GuardrailId ?? GuardrailId) is not { } id)
        {
            return GuardrailVersion is null && GuardrailTrace is null && GuardrailStreamMode is null
                ? null
                : throw new BedrockException(ClientErrorCode.InvalidRequest, "A guardrail needs its -GuardrailId.");
        }

        return new GuardrailConfiguration
        {
            GuardrailIdentifier = id,
            GuardrailVersion = GuardrailVersion ?? PipedGuardrail?.GuardrailVersion ?? "DRAFT",
            Trace = GuardrailTrace,
            StreamProcessingMode = isStream ? GuardrailStreamMode : null,
        };
    }

    private OutputFormat ReadFormat() =>
        OutputFormat.FromSchema(FreeForm.Read(nameof(JsonSchema), JsonSchema), "answer");

    private Dictionary<string, object?>? ReadPromptVariables() => PromptVariable?.Cast<DictionaryEntry>().ToDictionary(
        variable => $"{variable.Key}",
        variable => (object?)new OrderedDictionary
        {
            ["text"] = DocumentConversion.ToText(variable.Value),
        });
}
