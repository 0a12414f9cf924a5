using System.Management.Automation;

namespace BedrockPS.HelpBuilder.Fixtures;

[Cmdlet(VerbsCommon.Find, "Fixture")]
internal sealed class HiddenFixtureCommand : PSCmdlet
{
}
