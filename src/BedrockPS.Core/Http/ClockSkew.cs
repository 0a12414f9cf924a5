namespace BedrockPS.Http;

/// <summary>Tells a signature that was refused for its time from one that is wrong.</summary>
/// <remarks>The codes and bounds are those of the AWS SDKs' clock skew correction.</remarks>
public static class ClockSkew
{
    private static readonly TimeSpan Threshold = TimeSpan.FromMinutes(4);

    // A request that took longer says little about the time at which its answer was dated.
    private static readonly TimeSpan LongestTrustedCall = TimeSpan.FromMinutes(15);

    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        ErrorCodes.InvalidSignature, "SignatureDoesNotMatch", "AuthFailure",
        "RequestTimeTooSkewed", "RequestTimeTooSkewedException", "RequestExpired", "RequestInTheFuture",
    };

    /// <summary>
    /// How far the endpoint's clock is ahead of this machine's; null where the failure has nothing to do with time.
    /// </summary>
    /// <param name="code">The code of the failure.</param>
    /// <param name="serverTime">When the endpoint says that it answered; null where it does not.</param>
    /// <param name="now">This machine's time, when the answer had come.</param>
    /// <param name="duration">How long the answer took.</param>
    public static TimeSpan? Measure(
        string code, DateTimeOffset? serverTime, DateTimeOffset now, TimeSpan duration) =>
        Codes.Contains(code) && duration <= LongestTrustedCall ? serverTime - now : null;

    /// <summary>When the endpoint answered by its own clock; null where the answer does not tell.</summary>
    /// <param name="response">The answer.</param>
    public static DateTimeOffset? ServerTime(HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);

        // The date of an answer out of a cache is that of its making.
        return response.Headers.Age is null ? response.Headers.Date : null;
    }

    /// <summary>Whether two clocks are so far apart that a signature is refused for it.</summary>
    /// <param name="difference">The time between them.</param>
    public static bool Matters(TimeSpan difference) => difference.Duration() >= Threshold;

    /// <summary>The state of this machine's clock, in words.</summary>
    /// <param name="offset">How far the endpoint's clock is ahead.</param>
    public static string Describe(TimeSpan offset) =>
        $"This machine's clock is {Length(offset.Duration())} {(offset > TimeSpan.Zero ? "behind" : "ahead of")} "
        + "the service's";

    private static string Length(TimeSpan time) => time.TotalHours < 2 ? $"{time.TotalMinutes:0} minutes"
        : time.TotalDays < 2 ? $"{time.TotalHours:0} hours"
        : $"{time.TotalDays:0} days";
}
