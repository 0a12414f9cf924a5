using System.Management.Automation;

namespace BedrockPS.HelpBuilder.Fixtures;

/// <summary>Changes fixtures.</summary>
/// <example><code>Get-Fixture | Set-Fixture -Timeout 3</code></example>
/// <seealso cref="GetFixtureCommand"/>
[Cmdlet(VerbsCommon.Set, "Fixture", SupportsShouldProcess = true)]
public sealed class SetFixtureCommand : FixtureCommandBase<string>
{
    /// <summary>The fixture to change.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public FixtureReply InputObject { get; set; } = new();

    /// <summary>A name that begins with a letter.</summary>
    [Parameter(Position = 0)]
    [ValidatePattern("^[a-z]")]
    public string? Name { get; set; }
}
