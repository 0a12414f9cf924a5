namespace BedrockPS;

/// <summary>How a local endpoint is to run.</summary>
public sealed class LocalEndpointOptions
{
    /// <summary>The port on the loopback address; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>Whether a signed request must be signed rightly.</summary>
    public bool CheckSignatures { get; set; } = true;

    /// <summary>The pause after each text delta of a stream.</summary>
    public TimeSpan PieceDelay { get; set; }

    /// <summary>
    /// The full path of a recording to answer from, each recorded call once; null where the endpoint answers itself.
    /// </summary>
    public string? Recording { get; set; }

    /// <summary>Members of requests that may differ from the recorded ones, by name or by path.</summary>
    public IReadOnlyList<string> IgnoreMembers { get; set; } = [];

    /// <summary>The clock of delays, dates and signature ages; the system's when null.</summary>
    public TimeProvider? TimeProvider { get; set; }
}
