using System.Management.Automation;
using BedrockPS.Access;
using BedrockPS.Completion;
using BedrockPS.Conversations;
using BedrockPS.Converse;
using BedrockPS.Http;

namespace BedrockPS.Cmdlets;

/// <summary>What every cmdlet that asks a model shares: the model, and how long a stream may be silent.</summary>
public abstract class InferenceCommandBase : AwsCommandBase
{
    /// <summary>The model to ask: a model id, an inference profile id, or any ARN that Bedrock takes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ModelIdCompleter))]
    public string? ModelId { get; set; }

    /// <summary>
    /// The longest silence between two events of a stream, in seconds; 300 unless the session says otherwise.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int IdleTimeoutSec { get; set; }

    /// <summary>
    /// Where the call may be processed if its model is called through an inference profile, such as eu; global allows
    /// any. All but global unless the session says otherwise.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string[]? Geography { get; set; }

    private protected override string Service => EndpointAddress.Runtime;

    private protected override TimeSpan? IdleTimeout =>
        (IsBound(nameof(IdleTimeoutSec)) ? IdleTimeoutSec : Defaults.IdleTimeoutSec) is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : null;

    /// <summary>Refuses a model that cannot be one; a property of a piped object is not checked here.</summary>
    protected override void Begin()
    {
        if (IsBound(nameof(ModelId)))
        {
            ModelPath.Check(ModelId ?? string.Empty);
        }
    }

    private protected override CallOptions ReadRoutedOptions() =>
        ReadCallOptions() with { Models = CreateRouter(Geography) };

    /// <summary>The model that the session names; an error that says how to name one where none is.</summary>
    private protected string DefaultModelId => Defaults.ModelId ?? Require<string>(() => throw NoModel());

    /// <summary>Makes a conversation shorter, with one call where it is to be summarised.</summary>
    /// <exception cref="BedrockException">The call failed, and the conversation is as it was.</exception>
    private protected ConversationCompression Compress(CompressionPlan plan)
    {
        ConverseRequest? request = ConversationCompressor.CreateRequest(plan);
        ConverseResponse? summary = request is null ? null : Wait(Connection.ConverseAsync(request, StopToken));
        return ConversationCompressor.Apply(plan, summary);
    }

    internal static BedrockException NoModel() => new(
        ClientErrorCode.InvalidRequest,
        "No model was named. Give -ModelId, or set one for the session: Set-BRDefault -ModelId <id>. "
        + "Get-BRFoundationModel lists the ids.");
}
