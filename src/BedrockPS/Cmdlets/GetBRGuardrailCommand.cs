using System.Management.Automation;
using BedrockPS.Catalog;
using BedrockPS.Completion;

namespace BedrockPS.Cmdlets;

/// <summary>Lists the guardrails of the account, or gets one.</summary>
/// <remarks>
/// A list has the draft of each guardrail, and with -AllVersions every version of those that were named. Of a guardrail
/// that is asked for by id the service tells its policies too, in .Other. Pages are read as they are needed.
/// </remarks>
/// <example>
/// <code>Get-BRGuardrail | Format-Table GuardrailId, Name, GuardrailVersion, Status</code>
/// <para>Lists the guardrails.</para>
/// </example>
/// <example>
/// <code>(Get-BRGuardrail web-shop -GuardrailVersion 1).Other.contentPolicy.filters</code>
/// <para>Shows what a version of a guardrail filters.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "BRGuardrail")]
[OutputType(typeof(Guardrail))]
public sealed class GetBRGuardrailCommand : CatalogCommandBase
{
    /// <summary>The ids, ARNs or names to return; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GuardrailIdentifier", "Name")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GuardrailCompleter))]
    public string[]? GuardrailId { get; set; }

    /// <summary>The version to get, where guardrails are named: DRAFT or a number; the draft when absent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? GuardrailVersion { get; set; }

    /// <summary>Lists every version of the guardrails that are named, instead of getting one.</summary>
    [Parameter]
    public SwitchParameter AllVersions { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => GuardrailId;

    /// <inheritdoc/>
    protected override void Process()
    {
        if (AllVersions)
        {
            WriteVersions();
        }
        else
        {
            WriteFound(GuardrailId, Kind);
        }
    }

    private CatalogKind<Guardrail> Kind => new()
    {
        Noun = "guardrail",
        List = (connection, token) => connection.ListGuardrailsAsync(null, token),
        Get = (connection, id, token) => connection.GetGuardrailAsync(id, GuardrailVersion, token),
        NamesOf = guardrail => [guardrail.GuardrailId, guardrail.GuardrailArn, guardrail.Name],
        Remember = all => Catalog.Keep(all, isWhole: true),
    };

    // The service lists the versions of one guardrail, by its id.
    private void WriteVersions()
    {
        string[] wanted = GuardrailId ?? ["*"];
        foreach (Guardrail draft in Pull(Connection.ListGuardrailsAsync(null, StopToken)))
        {
            if (Array.Exists(wanted, pattern => Array.Exists(Kind.NamesOf(draft), name => IsLike(name, pattern))))
            {
                foreach (Guardrail version in Pull(Connection.ListGuardrailsAsync(draft.GuardrailId, StopToken)))
                {
                    WriteObject(version);
                }
            }
        }
    }
}
