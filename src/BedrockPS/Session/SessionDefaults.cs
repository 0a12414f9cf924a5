using System.Security;
using BedrockPS.Access;

namespace BedrockPS.Session;

/// <summary>What this runspace's cmdlets use where a call says nothing; a null member is not set.</summary>
internal sealed record SessionDefaults
{
    /// <summary>The model to ask, by id or ARN.</summary>
    public string? ModelId { get; init; }

    /// <summary>The region's system name.</summary>
    public string? Region { get; init; }

    /// <summary>The profile of the shared configuration.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The shared credentials file.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>Keys that sign instead of a profile's; they are not shown.</summary>
    public IAwsKeySource? Credential { get; init; }

    /// <summary>A Bedrock API key, which is presented instead of a signature.</summary>
    public SecureString? ApiKey { get; init; }

    /// <summary>Where requests go instead of the region's public endpoint.</summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Where calls may be processed that go through an inference profile.</summary>
    public IReadOnlyList<string>? Geography { get; init; }

    /// <summary>The most tokens that an answer may take.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>How freely the model chooses, from 0 to 1.</summary>
    public double? Temperature { get; init; }

    /// <summary>The share of likely tokens to choose from, from 0 to 1.</summary>
    public double? TopP { get; init; }

    /// <summary>The longest that a whole answer may take, in seconds.</summary>
    public int? TimeoutSec { get; init; }

    /// <summary>The longest silence of a stream, in seconds.</summary>
    public int? IdleTimeoutSec { get; init; }

    /// <summary>The most times that a request is sent.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>The log that every call is written to.</summary>
    public string? UsageLog { get; init; }

    public bool NamesCredentials => ProfileName is not null || Credential is not null || ApiKey is not null;
}
