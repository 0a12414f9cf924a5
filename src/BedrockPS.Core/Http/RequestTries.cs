using BedrockPS.Access;

namespace BedrockPS.Http;

/// <summary>The tries of one request: whether there is to be another, and after which wait.</summary>
internal sealed class RequestTries(CallOptions options, EndpointState endpoint, HttpRequestMessage request)
{
    /// <summary>The option of a request that holds how long it may take, tries and waits included.</summary>
    public static readonly HttpRequestOptionsKey<TimeSpan> LimitKey = new("BedrockPS.Limit");

    /// <summary>The option of a request that holds how often the same call was sent under another name.</summary>
    public static readonly HttpRequestOptionsKey<int> UsedKey = new("BedrockPS.Used");

    // What a timer can hold, where the call itself has no limit.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly long _startedAt = options.Clock.GetTimestamp();
    private long _sentAt;
    private TimeSpan _usedOffset;
    private TimeSpan? _measuredOffset;
    private bool _isClockCorrected;
    private int _cost;
    private int _count = request.Options.TryGetValue(UsedKey, out int used) ? used : 0;

    private TimeSpan Limit =>
        request.Options.TryGetValue(LimitKey, out TimeSpan limit) && limit != Timeout.InfiniteTimeSpan
            ? limit
            : LongestTimer;

    private TimeSpan TimeLeft => Limit - options.Clock.GetElapsedTime(_startedAt);

    /// <summary>Counts a try that is about to be sent, and says when it is to be signed.</summary>
    public void Begin()
    {
        _usedOffset = endpoint.ClockOffset;
        _sentAt = options.Clock.GetTimestamp();
        request.Options.Set(ResponseFacts.AttemptsKey, ++_count);
        request.Options.Set(SigningTime.Key, options.Clock.GetUtcNow() + _usedOffset);
    }

    /// <summary>Notes that the try succeeded.</summary>
    public void Succeed() => endpoint.Quota.Return(_cost);

    /// <summary>The wait before the next try; null where there is to be none.</summary>
    public TimeSpan? WaitAfter(BedrockException failure)
    {
        failure.Attempts = _count;
        bool isCorrected = CorrectsClock(failure);
        if (_count >= options.MaxAttempts || !(isCorrected || RetryPolicy.IsRetryable(failure)))
        {
            return null;
        }

        TimeSpan wait = isCorrected ? TimeSpan.Zero : RetryPolicy.DelayBefore(_count + 1, failure.RetryAfter);
        if (!IsAffordable(failure, wait))
        {
            return null;
        }

        options.OnRetry?.Invoke(failure, _count + 1, wait);
        return wait;
    }

    /// <summary>The failure of the last try, with what was found out about the clock.</summary>
    public BedrockException Conclude(BedrockException failure) =>
        _measuredOffset is { } offset && ClockSkew.Matters(offset)
            ? failure.WithMessage(
                $"{failure.Message} {ClockSkew.Describe(offset)}: set it right (Windows: w32tm /resync; Linux: "
                + "timedatectl set-ntp true).")
            : failure;

    // Also where no try is left: the session's next request is to be signed with the right time.
    private bool CorrectsClock(BedrockException failure)
    {
        _measuredOffset = ClockSkew.Measure(
            failure.ErrorCode,
            failure.ServerTime,
            options.Clock.GetUtcNow(),
            options.Clock.GetElapsedTime(_sentAt));
        if (_isClockCorrected || _measuredOffset is not { } offset || !ClockSkew.Matters(offset - _usedOffset))
        {
            return false;
        }

        _isClockCorrected = true;
        endpoint.ClockOffset = offset;
        options.OnRemark?.Invoke(
            $"{ClockSkew.Describe(offset)}: requests to {request.RequestUri?.Authority} are signed with the service's "
            + "time.");
        return true;
    }

    private bool IsAffordable(BedrockException failure, TimeSpan wait)
    {
        // A wait that the call's own limit would end tells less, and later, than the service's own words.
        if (wait >= TimeLeft)
        {
            options.OnRemark?.Invoke(
                $"{failure.ErrorCode}: not tried again, since a wait of {wait.TotalSeconds:0.0} s would outlast the "
                + "call's time limit.");
            return false;
        }

        if (!endpoint.Quota.TryTake(failure, out _cost))
        {
            options.OnRemark?.Invoke(
                $"{failure.ErrorCode}: not tried again, since too many tries have failed at "
                + $"{request.RequestUri?.Authority} in this session.");
            return false;
        }

        return true;
    }
}
