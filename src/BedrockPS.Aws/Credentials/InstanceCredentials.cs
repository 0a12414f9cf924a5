using Amazon.Runtime;

namespace BedrockPS.Aws.Credentials;

/// <summary>The role of an EC2 instance: where nothing else says who signs.</summary>
/// <remarks>
/// The SDK's DefaultAWSCredentialsIdentityResolver does this too, but would first read the default profile from
/// wherever the environment pointed when the process began, and so could sign with keys the user has turned from.
/// </remarks>
internal static class InstanceCredentials
{
    /// <summary>What the origin of such credentials begins with.</summary>
    public const string Origin = "instance metadata";

    private const string DisabledVariable = "AWS_EC2_METADATA_DISABLED";
    private const string EndpointVariable = "AWS_EC2_METADATA_SERVICE_ENDPOINT";

    /// <summary>Credentials of the instance, which is only asked when keys are needed.</summary>
    /// <param name="context">The search.</param>
    /// <param name="toError">Makes the error for a reason why there are no keys.</param>
    public static FoundCredentials Create(CredentialContext context, Func<string, BedrockException> toError)
    {
        // The SDK's class for instance roles asks regardless.
        if (bool.TryParse(Text.OfVariable(DisabledVariable), out bool disabled) && disabled)
        {
            throw toError($"not asked: {DisabledVariable} is set");
        }

        return new FoundCredentials(Origin, Digest.Of("instance", Text.OfVariable(EndpointVariable)), ReadAsync);

        async Task<TimedKeys> ReadAsync(CancellationToken token)
        {
            try
            {
                return await SdkKeys.ReadAsync(
                    () => new InstanceProfileAWSCredentials(), MetadataLimit.Read(), context.Clock, token)
                    .ConfigureAwait(false);
            }
            catch (Exception e) when (!token.IsCancellationRequested)
            {
                string hint = e is TimeoutException ? $"; {DisabledVariable}=true leaves it out" : string.Empty;
                throw toError(MetadataLimit.Explain(e) + hint);
            }
        }
    }
}
