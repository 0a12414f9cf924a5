using System.Management.Automation;

namespace BedrockPS.Cmdlets;

/// <summary>Ends the recording or the replay that runs in this session.</summary>
/// <remarks>
/// The file is released, and a new recording takes the place of an earlier file. Where nothing runs, nothing is done,
/// so that it can stand in every clean-up. -Verbose tells how many calls were recorded, replayed, and not asked for.
/// </remarks>
/// <example>
/// <code>AfterAll { Stop-BRRecording }</code>
/// <para>Ends the replay that a Pester file has begun.</para>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "BRRecording")]
[OutputType(typeof(void))]
public sealed class StopBRRecordingCommand : RecordingCommandBase
{
    /// <inheritdoc/>
    protected override object? ErrorTarget => Session.Recording?.Path;

    /// <inheritdoc/>
    protected override void End()
    {
        if (Session.Recording is { } recorder)
        {
            EndRecording(recorder, isSuccess: true);
        }
        else
        {
            WriteVerbose("No recording runs in this session.");
        }
    }
}
