using BedrockPS.Access;

namespace BedrockPS.Aws.Credentials;

/// <summary>Finds credentials on the first request, once for all the requests that wait for them.</summary>
internal sealed class CredentialsLookup
{
    private readonly AwsSettings _settings;
    private readonly string? _region;
    private readonly KeyCache _keys;
    private readonly object _gate = new();

    private Task<FoundCredentials>? _search;

    public CredentialsLookup(AwsSettings settings, string? region, KeyCache keys)
    {
        _settings = settings;
        _region = region;
        _keys = keys;
    }

    /// <summary>The keys to sign with now; returns at once when cancelled, whatever it is waiting for.</summary>
    public async Task<AwsKeys> GetKeysAsync(CancellationToken token)
    {
        Task<FoundCredentials> search = Join();
        try
        {
            FoundCredentials found = await search.WaitAsync(token).ConfigureAwait(false);
            return await _keys.GetAsync(found, token).ConfigureAwait(false);
        }
        catch
        {
            // Neither a failure nor a source that never answered may stand in the way of the next request.
            Forget(search);
            throw;
        }
    }

    /// <summary>AWS calls the keys expired: the next request is to have others.</summary>
    public void Drop(AwsKeys refused)
    {
        lock (_gate)
        {
            if (_search is { IsCompletedSuccessfully: true })
            {
                _keys.Drop(_search.Result, refused);
                _search = null;
            }
        }
    }

    private Task<FoundCredentials> Join()
    {
        lock (_gate)
        {
            if (_search is null || NeedsRenewal(_search))
            {
                // Files are read, from a network perhaps, without a way to cancel it.
                _search = Task.Run(() => CredentialsFinder.Find(new CredentialContext(_settings, _region, _keys)));
            }

            return _search;
        }
    }

    // Before new keys are asked for, the files are read anew: they may hold what those keys now follow from.
    private bool NeedsRenewal(Task<FoundCredentials> search) =>
        search.IsCompletedSuccessfully && search.Result.IsKept && _keys.FindFresh(search.Result) is null;

    private void Forget(Task<FoundCredentials> search)
    {
        lock (_gate)
        {
            _search = _search == search ? null : _search;
        }
    }
}
