namespace BedrockPS.Recording;

/// <summary>Where a recorded call is made from.</summary>
public interface IRecordingHost
{
    /// <summary>Does something where the user's code may run, and waits for it.</summary>
    /// <param name="action">What to do.</param>
    /// <param name="token">Ends the wait.</param>
    Task RunAsync(Action action, CancellationToken token);

    /// <summary>Tells whoever wants to know more; it may be called on any thread.</summary>
    /// <param name="line">What to tell.</param>
    void Note(string line);
}
