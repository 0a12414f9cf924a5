using System.Globalization;

namespace BedrockPS.Catalog;

/// <summary>What a list of the account's own things is to leave out; the service itself filters.</summary>
public sealed record ResourceFilter
{
    /// <summary>Only those whose name holds this.</summary>
    public string? NameContains { get; init; }

    /// <summary>Only those in this state.</summary>
    public string? Status { get; init; }

    /// <summary>Only those of this model, by ARN.</summary>
    public string? ModelArn { get; init; }

    /// <summary>Only those made after this.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Only those made before this.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    internal (string Name, string? Value)[] ToQuery(string? status, string? modelArn) =>
    [
        ("nameContains", NameContains),
        (status ?? string.Empty, status is null ? null : Status),
        (modelArn ?? string.Empty, modelArn is null ? null : ModelArn),
        ("creationTimeAfter", Text(CreatedAfter)),
        ("creationTimeBefore", Text(CreatedBefore)),
    ];

    private static string? Text(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
