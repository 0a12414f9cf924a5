using Amazon.Runtime;

namespace BedrockPS.Aws.Credentials;

/// <summary>A source of keys that was chosen, and how to speak of it when it fails.</summary>
internal sealed class FoundCredentials
{
    private readonly AWSCredentials _credentials;
    private readonly Func<Exception, BedrockException> _toError;
    private readonly TimeSpan _limit;

    public FoundCredentials(AWSCredentials credentials, string origin)
        : this(credentials, cause => AwsError.Unusable(origin, SafeMessage.Of(cause)), Timeout.InfiniteTimeSpan)
    {
    }

    public FoundCredentials(AWSCredentials credentials, Func<Exception, BedrockException> toError, TimeSpan limit)
    {
        _credentials = credentials;
        _toError = toError;
        _limit = limit;
    }

    /// <summary>The keys to sign with now, refreshed if they are about to expire.</summary>
    public async Task<ImmutableCredentials> ReadKeysAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The SDK takes no token here and may block on a process or a socket: leave it behind instead.
            return await Task.Run(_credentials.GetCredentialsAsync, CancellationToken.None)
                .WaitAsync(_limit, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw _toError(e);
        }
    }
}
