using Amazon.Runtime;
using BedrockPS.Access;
using BedrockPS.Aws.Profiles;

namespace BedrockPS.Aws.Credentials;

/// <summary>Finds credentials on the first request, once for all the requests that wait for them.</summary>
internal sealed class CredentialsLookup
{
    private readonly AwsSettings _settings;
    private readonly object _gate = new();

    private Task<FoundCredentials>? _search;

    public CredentialsLookup(AwsSettings settings) => _settings = settings;

    /// <summary>The keys to sign with now; returns at once when cancelled, whatever it is waiting for.</summary>
    public async Task<ImmutableCredentials> GetKeysAsync(CancellationToken cancellationToken)
    {
        Task<FoundCredentials> search = Join();
        try
        {
            FoundCredentials found = await WaitAsync(search, cancellationToken).ConfigureAwait(false);
            return await found.ReadKeysAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // Neither a failure nor a source that never answered may stand in the way of the next request.
            Forget(search);
            throw;
        }
    }

    private async Task<FoundCredentials> WaitAsync(Task<FoundCredentials> search, CancellationToken cancellationToken)
    {
        TimeSpan limit = MetadataLimit.Read();
        try
        {
            return await search.WaitAsync(limit, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw AwsError.NotFound(
                ProfileFiles.Locate(_settings.ProfileLocation),
                $"no answer in {limit.TotalSeconds:0.#} s; {HostCredentials.DisabledVariable}=true leaves it out");
        }
    }

    private Task<FoundCredentials> Join()
    {
        lock (_gate)
        {
            // Files are read and, on an instance, sockets waited for, without a way to cancel either.
            return _search ??= Task.Run(() => new CredentialsFinder(_settings).Find());
        }
    }

    private void Forget(Task<FoundCredentials> search)
    {
        lock (_gate)
        {
            _search = _search == search ? null : _search;
        }
    }
}
