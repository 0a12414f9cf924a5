using Amazon.Runtime;
using BedrockPS.Access;

namespace BedrockPS.Aws.Credentials;

/// <summary>Reads keys from a source of the SDK's.</summary>
internal static class SdkKeys
{
    /// <summary>New keys; the SDK's own exceptions pass.</summary>
    public static Task<TimedKeys> ReadAsync(
        Func<AWSCredentials> make, TimeSpan limit, TimeProvider clock, CancellationToken token)
    {
        // The SDK takes no token here and may block on a process or a socket: leave it behind instead.
        return Task.Run(() => ReadAsync(make()), CancellationToken.None).WaitAsync(limit, clock, token);
    }

    private static async Task<TimedKeys> ReadAsync(AWSCredentials credentials)
    {
        if (credentials is RefreshingAWSCredentials refreshing)
        {
            // Else the end that it tells is a minute before the real one.
            refreshing.ExpirationBuffer = TimeSpan.Zero;
        }

        ImmutableCredentials keys = await credentials.GetCredentialsAsync().ConfigureAwait(false);
        return new TimedKeys(
            new AwsKeys(keys.AccessKey, keys.SecretKey, Text.OrNull(keys.Token)), EndOf(credentials.Expiration));
    }

    // What never ends ends with the calendar.
    private static DateTimeOffset? EndOf(DateTime? expiration) =>
        expiration is { } end && end.Year < DateTime.MaxValue.Year
            ? new DateTimeOffset(end.ToUniversalTime())
            : null;
}
