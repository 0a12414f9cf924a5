using System.Collections.Concurrent;
using BedrockPS.Access;
using BedrockPS.Aws.Sts;

namespace BedrockPS.Aws.Credentials;

/// <summary>The keys that a session has been given, by what they follow from.</summary>
/// <remarks>
/// A changed profile, file or variable makes another identity, so it counts at once; what nobody asks for any more
/// is dropped when it has expired.
/// </remarks>
internal sealed class KeyCache(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, KeptKeys> _kept = new(StringComparer.Ordinal);

    public TimeProvider Clock => clock;

    /// <summary>Keys that are good for a while, asked for once however many wait.</summary>
    public async Task<AwsKeys> GetAsync(FoundCredentials source, CancellationToken token)
    {
        if (!source.IsKept)
        {
            return (await source.ReadAsync(token).ConfigureAwait(false)).Keys;
        }

        Prune();
        KeptKeys kept = _kept.GetOrAdd(source.Identity, _ => new KeptKeys(clock));
        return (await kept.GetAsync(source.ReadAsync, token).ConfigureAwait(false)).Keys;
    }

    /// <summary>The keys of a source that need no renewal; null where it would have to be asked.</summary>
    public TimedKeys? FindFresh(FoundCredentials source) =>
        source.IsKept && _kept.TryGetValue(source.Identity, out KeptKeys? kept) ? kept.Fresh : null;

    /// <summary>Asks anew at the next request for keys that AWS has called expired.</summary>
    public void Drop(FoundCredentials source, AwsKeys refused)
    {
        if (_kept.TryGetValue(source.Identity, out KeptKeys? kept))
        {
            kept.Drop(refused);
        }
    }

    /// <summary>The same where STS has called them expired; of any other failure it makes nothing.</summary>
    public void Drop(FoundCredentials source, AwsKeys refused, StsException failure)
    {
        if (failure.IsOfExpiredKeys)
        {
            Drop(source, refused);
        }
    }

    private void Prune()
    {
        foreach ((string identity, KeptKeys kept) in _kept)
        {
            if (kept.IsOver)
            {
                _kept.TryRemove(identity, out _);
            }
        }
    }
}
