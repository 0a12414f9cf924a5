using System.Management.Automation;
using BedrockPS.Catalog;
using BedrockPS.Completion;

namespace BedrockPS.Cmdlets;

/// <summary>Lists the prompt routers that choose between models, or gets one.</summary>
/// <remarks>
/// A router's .ModelId is what to call: an inference cmdlet takes it from the pipeline. Pages are read as they are
/// needed.
/// </remarks>
/// <example>
/// <code>Get-BRPromptRouter -Type default | Format-Table Name, Models</code>
/// <para>Shows the routers of AWS, and between which models they choose.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "BRPromptRouter")]
[OutputType(typeof(PromptRouter))]
public sealed class GetBRPromptRouterCommand : CatalogCommandBase
{
    /// <summary>The ARNs or names to return; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? PromptRouterArn { get; set; }

    /// <summary>Only routers of this type: default of AWS, custom of the account.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string? Type { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => PromptRouterArn;

    /// <inheritdoc/>
    protected override void Process() => WriteFound(PromptRouterArn, new CatalogKind<PromptRouter>
    {
        Noun = "prompt router",
        List = (connection, token) => connection.ListPromptRoutersAsync(Type, token),
        Get = (connection, arn, token) => connection.GetPromptRouterAsync(arn, token),
        NamesOf = router => [router.PromptRouterArn, router.Name],
        Keeps = router => Type is null || router.Type == Type,
        Remember = routers => Session.SeenArns.UnionWith(routers.Select(router => router.ModelId)),
    });
}
