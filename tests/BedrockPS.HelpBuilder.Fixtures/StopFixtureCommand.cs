using System.Management.Automation;

namespace BedrockPS.HelpBuilder.Fixtures;

/// <summary>Stops a fixture.</summary>
/// <example><code>Stop-Fixture</code></example>
[Cmdlet(VerbsLifecycle.Stop, "Fixture")]
[OutputType(typeof(void))]
public sealed class StopFixtureCommand : PSCmdlet
{
}
