using System.Management.Automation;

namespace BedrockPS.HelpBuilder.Fixtures;

/// <summary>What the fixtures share.</summary>
/// <typeparam name="T">The type of what is asked for.</typeparam>
public abstract class FixtureCommandBase<T> : PSCmdlet
{
    /// <summary>The region to ask.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RegionToCall", "Where")]
    public string? Region { get; set; }

    /// <summary>The most seconds to wait.</summary>
    [Parameter(Mandatory = true)]
    [ValidateRange(1, int.MaxValue)]
    public virtual int? Timeout { get; set; }

    /// <summary>Not a parameter.</summary>
    public T? Unbound { get; set; }
}
