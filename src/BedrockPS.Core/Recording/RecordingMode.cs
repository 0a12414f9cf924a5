namespace BedrockPS.Recording;

/// <summary>What becomes of the calls of a session while a recording runs.</summary>
public enum RecordingMode
{
    /// <summary>They are made, and written to a new file.</summary>
    Record,

    /// <summary>They are answered from the file; nothing leaves the machine.</summary>
    Replay,

    /// <summary>They are answered from the file where it has an answer; others are made, and added to it.</summary>
    Auto,
}
