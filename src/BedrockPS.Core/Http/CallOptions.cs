using BedrockPS.Catalog;
using BedrockPS.Usage;

namespace BedrockPS.Http;

/// <summary>How long a call may take and how often it is tried.</summary>
public sealed record CallOptions
{
    /// <summary>The standard number of tries of the AWS SDKs.</summary>
    public const int DefaultMaxAttempts = 3;

    /// <summary>
    /// The longest that a whole answer may take, tries and waits included; streams are bounded by silence.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest silence between two events of a stream, and before the first.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The most times that a request is sent.</summary>
    public int MaxAttempts { get; init; } = DefaultMaxAttempts;

    /// <summary>The clock of timeouts, waits and measures.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What is known of the endpoints; connections that share it share their retry quota and clock.</summary>
    public EndpointMemory Memory { get; init; } = new();

    /// <summary>Prices and counts the calls to models, and may refuse them; null where nobody does.</summary>
    public ICallMeter? Meter { get; init; }

    /// <summary>
    /// Finds the inference profile of a model that cannot be called by its own id; null where ids go out as they are.
    /// </summary>
    public ModelRouter? Models { get; init; }

    /// <summary>Told of each retry before its wait: the failure, the number of the next try, the wait.</summary>
    public Action<BedrockException, int, TimeSpan>? OnRetry { get; init; }

    /// <summary>Told, in a sentence, what else was decided: why there is no retry, that the clock is wrong.</summary>
    public Action<string>? OnRemark { get; init; }
}
