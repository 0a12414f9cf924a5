using BedrockPS.Recording;

namespace BedrockPS.Cmdlets;

/// <summary>What the cmdlets share that end a recording.</summary>
public abstract class RecordingCommandBase : BRCommandBase
{
    /// <summary>Ends the recording, and tells what has become of it.</summary>
    /// <param name="recorder">The recording.</param>
    /// <param name="isSuccess">Whether an earlier file is to be replaced.</param>
    private protected void EndRecording(Recorder recorder, bool isSuccess)
    {
        if (Session.Recording == recorder)
        {
            Session.Recording = null;
        }

        try
        {
            recorder.Stop(isSuccess);
        }
        catch (BedrockException) when (!isSuccess)
        {
            // What made the commands fail is on its way, and is what the user has to know.
        }
        finally
        {
            Tell(recorder);
        }
    }

    private void Tell(Recorder recorder)
    {
        if (Stopping)
        {
            return;
        }

        WriteVerbose(
            $"'{recorder.Path}': {recorder.Recorded} call(s) recorded, {recorder.Replayed} replayed, "
            + $"{recorder.Unused} not asked for.");
        if (recorder.LeftAside is { } aside)
        {
            WriteWarning($"'{recorder.Path}' stays as it was. What was recorded is in '{aside}'.");
        }
    }
}
