namespace BedrockPS;

/// <summary>What a call that says nothing would use, and where each value comes from; it holds no secret.</summary>
public sealed record EffectiveDefaults
{
    /// <summary>The model to ask, by id or ARN.</summary>
    public string? ModelId { get; init; }

    /// <summary>The region's system name.</summary>
    public string? Region { get; init; }

    /// <summary>Who proves a call: the place where the credentials are, or why none are needed.</summary>
    public string? Credentials { get; init; }

    /// <summary>The end of the access key id; null where it is not known before a call.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The profile of the shared configuration that was named.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The shared credentials file that was named.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>When the credentials end, where that is known already.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The account that AWS takes the caller for; null unless it was asked.</summary>
    public string? AccountId { get; init; }

    /// <summary>The user or role that AWS takes the caller for; null unless it was asked.</summary>
    public string? Arn { get; init; }

    /// <summary>Where models are called.</summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Where models are listed.</summary>
    public Uri? ControlPlaneUrl { get; init; }

    /// <summary>
    /// Where calls may be processed that go through an inference profile; null for all geographies but <c>global</c>.
    /// </summary>
    public ReadableList<string>? Geography { get; init; }

    /// <summary>The most tokens that an answer may take.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>How freely the model chooses, from 0 to 1.</summary>
    public double? Temperature { get; init; }

    /// <summary>The share of likely tokens to choose from, from 0 to 1.</summary>
    public double? TopP { get; init; }

    /// <summary>The longest that a whole answer may take, in seconds.</summary>
    public int TimeoutSec { get; init; }

    /// <summary>The longest silence of a stream, in seconds.</summary>
    public int IdleTimeoutSec { get; init; }

    /// <summary>The most times that a request is sent.</summary>
    public int MaxAttempts { get; init; }

    /// <summary>The log that every call is written to; a file a month.</summary>
    public string? UsageLog { get; init; }

    /// <summary>Where each value comes from, by the name of its property.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();

    /// <summary>What would keep a call from being sent, and what to do about it.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
