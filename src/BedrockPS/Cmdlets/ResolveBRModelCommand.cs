using System.Management.Automation;
using BedrockPS.Access;
using BedrockPS.Completion;
using BedrockPS.Http;

namespace BedrockPS.Cmdlets;

/// <summary>Shows what a call of a model would go to, without calling it.</summary>
/// <remarks>
/// <para>Some models cannot be called by their own id, only through an inference profile that contains them. The
/// inference cmdlets find it in the service's own list, and this shows which, and why: one that includes the region
/// called, of the fewest regions, and of a geography that is allowed. 'global', which may be processed in any region,
/// is never taken unless -Geography or Set-BRDefault -Geography allows it.</para>
/// <para>ARNs, ids of profiles and ids that the region does not list stay as they are. Lists of the last 24 hours are
/// not asked for again; -Refresh asks.</para>
/// </remarks>
/// <example>
/// <code>Resolve-BRModel anthropic.claude-sonnet-4-5-20250929-v1:0 -Region eu-central-1</code>
/// <para>Shows through which profile the model is called in Frankfurt, and to which regions that routes.</para>
/// </example>
/// <example>
/// <code>Get-BRFoundationModel -Provider Anthropic -Active | Resolve-BRModel -ErrorAction SilentlyContinue</code>
/// <para>Shows what each model of a provider is called by.</para>
/// </example>
[Cmdlet(VerbsDiagnostic.Resolve, "BRModel")]
[OutputType(typeof(ModelResolution))]
public sealed class ResolveBRModelCommand : AwsCommandBase
{
    private Catalog.ModelRouter? _router;
    private bool _isRead;

    /// <summary>The ids to resolve; the session's model when absent.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelIdCompleter))]
    public string[]? ModelId { get; set; }

    /// <summary>
    /// Where calls may be processed, such as eu; global allows any. All but global unless the session says otherwise.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string[]? Geography { get; set; }

    /// <summary>Asks the service anew for its lists, and keeps them.</summary>
    [Parameter]
    public SwitchParameter Refresh { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => ModelId;

    private protected override string Service => EndpointAddress.ControlPlane;

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (string id in ModelId ?? [DefaultModelId])
        {
            try
            {
                Write(Resolve(id));
            }
            catch (BedrockException failure)
            {
                WriteFailure(failure, id);
            }
        }
    }

    private string DefaultModelId =>
        Defaults.ModelId ?? Require<string>(() => throw InferenceCommandBase.NoModel());

    private ModelResolution Resolve(string id)
    {
        _router ??= CreateRouter(Geography);
        ModelResolution resolution = Wait(_router.ResolveAsync(id, Refresh && !_isRead, StopToken));
        _isRead = true;
        return resolution;
    }

    private void Write(ModelResolution resolution)
    {
        if (resolution.Advice is null)
        {
            WriteObject(resolution);
            return;
        }

        throw new BedrockException(
            ClientErrorCode.ModelNotCallable,
            $"'{resolution.ModelId}' cannot be called as things stand. {resolution.Reason}")
        {
            ModelId = resolution.ModelId,
            Resolution = resolution,
        };
    }
}
