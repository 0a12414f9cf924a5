using BedrockPS.Access;

namespace BedrockPS.Aws.Credentials;

/// <summary>The keys of one source, renewed before they end.</summary>
internal sealed class KeptKeys(TimeProvider clock)
{
    // Keys of a short life are renewed when half of it is over.
    private static readonly TimeSpan Buffer = TimeSpan.FromMinutes(5);

    // A source that does not say when its keys end is asked again after this.
    private static readonly TimeSpan Unlimited = TimeSpan.FromMinutes(5);

    // After a renewal that failed, with keys that are still good.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private TimedKeys? _keys;
    private DateTimeOffset _renewAt;
    private SharedTask<TimedKeys>? _renewal;

    /// <summary>The keys, unless they are due for renewal.</summary>
    public TimedKeys? Fresh
    {
        get
        {
            lock (_gate)
            {
                return clock.GetUtcNow() < _renewAt ? _keys : null;
            }
        }
    }

    /// <summary>Whether the keys have ended and nobody is about to renew them.</summary>
    public bool IsOver
    {
        get
        {
            lock (_gate)
            {
                return _renewal is null && _keys is { } keys && clock.GetUtcNow() >= (keys.Expires ?? _renewAt);
            }
        }
    }

    // Taken once: AWS may call them expired while a renewal fails.
    private TimedKeys? Good
    {
        get
        {
            lock (_gate)
            {
                return _keys?.Expires > clock.GetUtcNow() ? _keys : null;
            }
        }
    }

    public Task<TimedKeys> GetAsync(
        Func<CancellationToken, Task<TimedKeys>> readAsync, CancellationToken token)
    {
        SharedTask<TimedKeys> renewal;
        lock (_gate)
        {
            if (Fresh is { } keys)
            {
                return Task.FromResult(keys);
            }

            if (_renewal is null || !_renewal.TryJoin())
            {
                _renewal = new SharedTask<TimedKeys>(stop => RenewAsync(readAsync, stop));
            }

            renewal = _renewal;
        }

        return renewal.WaitAsync(token);
    }

    /// <summary>Takes it that the keys have ended, if they are still the ones that were refused.</summary>
    public void Drop(AwsKeys refused)
    {
        lock (_gate)
        {
            if (_keys?.Keys == refused)
            {
                _keys = null;
            }
        }
    }

    private async Task<TimedKeys> RenewAsync(
        Func<CancellationToken, Task<TimedKeys>> readAsync, CancellationToken stop)
    {
        try
        {
            TimedKeys keys = await readAsync(stop).ConfigureAwait(false);
            return Keep(keys, RenewalOf(keys));
        }
        catch (BedrockException) when (Good is { } good)
        {
            return Keep(good, clock.GetUtcNow() + Pause);
        }
    }

    private TimedKeys Keep(TimedKeys keys, DateTimeOffset renewAt)
    {
        lock (_gate)
        {
            _keys = keys;
            _renewAt = renewAt;
            _renewal = null;
            return keys;
        }
    }

    private DateTimeOffset RenewalOf(TimedKeys keys)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (keys.Expires is not { } expires)
        {
            return now + Unlimited;
        }

        TimeSpan half = (expires - now) / 2;
        return expires - (half < Buffer ? half : Buffer);
    }
}
