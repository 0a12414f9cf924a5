using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace BedrockPS.Aws.Credentials;

/// <summary>Keys that a command prints: <c>credential_process</c>.</summary>
internal static class ProcessCredentials
{
    public static FoundCredentials Create(CredentialProfile profile, CredentialContext context)
    {
        string origin = ProfileCredentials.OriginOf(profile);
        string command = profile.Options.CredentialProcess;
        return new FoundCredentials(origin, Digest.Of("process", command), ReadAsync) { Detail = "credential_process" };

        async Task<TimedKeys> ReadAsync(CancellationToken token)
        {
            try
            {
                return await SdkKeys.ReadAsync(
                    () => new ProcessAWSCredentials(command), Timeout.InfiniteTimeSpan, context.Clock, token)
                    .ConfigureAwait(false);
            }
            catch (Exception e) when (!token.IsCancellationRequested)
            {
                throw AwsError.Unusable(origin, $"its credential_process gave no keys. {SafeMessage.Of(e)}");
            }
        }
    }
}
