using Amazon.Runtime;

namespace BedrockPS.Aws.Credentials;

/// <summary>The role of a container: of a task of ECS, of a pod of EKS, or of whatever speaks their protocol.</summary>
internal static class ContainerCredentials
{
    private const string RelativeUri = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private const string FullUri = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

    /// <summary>Credentials of the container; null outside one.</summary>
    public static FoundCredentials? Find(CredentialContext context)
    {
        NamedValue relative = NamedValue.OfVariable(RelativeUri);
        NamedValue uri = relative.Value is null ? NamedValue.OfVariable(FullUri) : relative;
        return uri.Value is null
            ? null
            : new FoundCredentials("container", Digest.Of("container", uri.Name, uri.Value), ReadAsync)
            {
                ChosenBy = uri.Name,
            };

        async Task<TimedKeys> ReadAsync(CancellationToken token)
        {
            try
            {
                return await SdkKeys.ReadAsync(
                    () => new GenericContainerCredentials(), MetadataLimit.Read(), context.Clock, token)
                    .ConfigureAwait(false);
            }
            catch (Exception e) when (!token.IsCancellationRequested)
            {
                throw AwsError.Unusable($"container at {uri.Value} ({uri.Name})", MetadataLimit.Explain(e));
            }
        }
    }
}
