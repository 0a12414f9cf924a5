using System.Management.Automation;
using BedrockPS.Catalog;

namespace BedrockPS.Cmdlets;

/// <summary>What the cmdlets share that list the account's own models.</summary>
public abstract class ResourceCommandBase : CatalogCommandBase
{
    /// <summary>Only what was made after this time.</summary>
    [Parameter]
    [Alias("CreationTimeAfter")]
    public DateTime CreatedAfter { get; set; }

    /// <summary>Only what was made before this time.</summary>
    [Parameter]
    [Alias("CreationTimeBefore")]
    public DateTime CreatedBefore { get; set; }

    /// <summary>What the service is to leave out.</summary>
    private protected ResourceFilter ReadFilter(string? status = null, string? modelArn = null) => new()
    {
        Status = status,
        ModelArn = modelArn,
        CreatedAfter = IsBound(nameof(CreatedAfter)) ? new DateTimeOffset(CreatedAfter) : null,
        CreatedBefore = IsBound(nameof(CreatedBefore)) ? new DateTimeOffset(CreatedBefore) : null,
    };

    /// <summary>Keeps ARNs for completion.</summary>
    private protected void Remember(IEnumerable<string> arns) => Session.SeenArns.UnionWith(arns);
}
