using System.Management.Automation;
using BedrockPS.Conversion;
using BedrockPS.Http;
using BedrockPS.Recording;

namespace BedrockPS.Cmdlets;

/// <summary>Records what the service answers to this session, or answers from such a recording.</summary>
/// <remarks>
/// <para>A replayed call needs no credentials, no region and no network. It is answered by the recorded one with the
/// same operation, model and body, in which the order of members and the form of numbers mean nothing. Each recorded
/// call answers once, equal ones in their order. A call without an answer in the file is a terminating error
/// (RecordingMiss), which shows the nearest recorded request and what differs.</para>
/// <para>A call is recorded as its outcome, after all retries: an answer, a stream with its timing, or the error that
/// the service answered. A call that got no answer is not recorded; -Verbose tells of it. An earlier file is replaced
/// only when the new recording is over and holds something.</para>
/// <para>Keys, tokens, signatures and account ids never reach the file. Other secrets are what -Redact is for. It is
/// not applied to pictures, PDF files and other binary content.</para>
/// <para>See about_BedrockPS_Testing.</para>
/// </remarks>
/// <example>
/// <code>Start-BRRecording ./tests/triage.bedrock.jsonl
/// ./triage.ps1
/// Stop-BRRecording</code>
/// <para>Records the calls that a script makes.</para>
/// </example>
/// <example>
/// <code>Start-BRRecording ./tests/triage.bedrock.jsonl -Mode Replay { ./triage.ps1 }</code>
/// <para>Runs the script on the recorded answers, on a machine that need not know AWS.</para>
/// </example>
/// <example>
/// <code>Start-BRRecording ./calls.bedrock.jsonl -Mode Auto -Redact '\w+@example\.com'</code>
/// <para>Answers what is recorded, records what is new, and keeps addresses out of the file.</para>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "BRRecording")]
[OutputType(typeof(object))]
public sealed class StartBRRecordingCommand : RecordingCommandBase
{
    /// <summary>The file to write or to replay.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>
    /// The commands to record or to replay; the recording is over when they are, however they end. What they write is
    /// written. Without it the recording goes on until Stop-BRRecording.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNull]
    public ScriptBlock? ScriptBlock { get; set; }

    /// <summary>
    /// Record makes all calls and writes a new file. Replay makes none. Auto answers what the file holds, and makes
    /// and adds what it does not.
    /// </summary>
    [Parameter]
    [PSDefaultValue(Value = "Record")]
    public RecordingMode Mode { get; set; }

    /// <summary>
    /// Members of a request that may differ from the recorded one: names, which count wherever they stand, or paths
    /// such as $.system or messages[*].content[0].text.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? IgnoreMember { get; set; }

    /// <summary>
    /// What else is not to reach the file: regular expressions, whose matches become ***, or script blocks, which get
    /// each text as $_ and return what is to be written. A replay needs the same ones.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? Redact { get; set; }

    /// <summary>Replays answers in the time that they took, instead of at once.</summary>
    [Parameter]
    public SwitchParameter Realtime { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Path;

    /// <inheritdoc/>
    protected override void End()
    {
        Recorder recorder = Require(Start);
        Session.Recording = recorder;
        WriteVerbose($"{Mode} '{recorder.Path}', which holds {recorder.Unused} call(s) to replay.");
        if (ScriptBlock is not null)
        {
            Run(ScriptBlock, recorder);
        }
    }

    private Recorder Start()
    {
        if (Session.Recording is { } running)
        {
            throw new BedrockException(
                ClientErrorCode.RecordingActive,
                $"This session uses the recording '{running.Path}' ({running.Mode}) already. "
                + "Stop-BRRecording ends it.");
        }

        return Recorder.Start(new RecorderOptions
        {
            Path = new MediaPaths(SessionState.Path).ResolveNew(Path),
            Mode = Mode,
            IgnoreMembers = IgnoreMember ?? [],
            RedactionRules = [.. (Redact ?? []).Select(RedactionRule.Of)],
            RulesNeedHost = Redact?.Any(rule => Unwrapped.Of(rule) is ScriptBlock) == true,
            IsRealtime = Realtime,
        });
    }

    private void Run(ScriptBlock block, Recorder recorder)
    {
        bool isSuccess = false;
        try
        {
            // Its output goes on as it comes; invoked, it would be collected first.
            using SteppablePipeline steps = ScriptBlock.Create("param($block) . $block")
                .GetSteppablePipeline(CommandOrigin.Internal, [block]);
            steps.Begin(this);
            steps.Process();
            steps.End();
            isSuccess = true;
        }
        finally
        {
            EndRecording(recorder, isSuccess);
        }
    }
}
