namespace BedrockPS.Recording;

/// <summary>Milliseconds since a call was made.</summary>
internal sealed class CallWatch(TimeProvider clock)
{
    private readonly long _startedAt = clock.GetTimestamp();

    public int Elapsed => (int)clock.GetElapsedTime(_startedAt).TotalMilliseconds;
}
