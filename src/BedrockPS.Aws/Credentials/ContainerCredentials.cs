namespace BedrockPS.Aws.Credentials;

/// <summary>The role of a container: of a task of ECS, of a pod of EKS, or of whatever speaks their protocol.</summary>
/// <remarks>
/// The SDK's GenericContainerCredentials asks five times what will be refused five times, six seconds long, keeps
/// the endpoint's own words to itself, and goes on when it is told to stop.
/// </remarks>
internal static class ContainerCredentials
{
    private const string RelativeUri = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private const string FullUri = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private const string TaskHost = "http://169.254.170.2";

    // Where ECS and EKS answer inside a container; nobody else can be there.
    private static readonly string[] LinkLocalHosts = ["169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"];

    /// <summary>Credentials of the container; null outside one.</summary>
    public static FoundCredentials? Find(CredentialContext context)
    {
        (string name, string? uri) = Text.OfVariable(RelativeUri) is { } path
            ? (RelativeUri, TaskHost + path)
            : (FullUri, Text.OfVariable(FullUri));
        if (uri is null)
        {
            return null;
        }

        string origin = $"container at {uri} ({name})";
        ContainerClient client = new(Check(uri, origin), origin, context.Clock);
        return new FoundCredentials("container", Digest.Of("container", uri), client.ReadAsync) { ChosenBy = name };
    }

    // The token, and the keys that come for it, cross a network under encryption only.
    private static Uri Check(string text, string origin)
    {
        bool isUri = Uri.TryCreate(text, UriKind.Absolute, out Uri? uri);
        return isUri && (uri!.Scheme == Uri.UriSchemeHttps
                || (uri.Scheme == Uri.UriSchemeHttp && (uri.IsLoopback || LinkLocalHosts.Contains(uri.Host))))
            ? uri
            : throw AwsError.Unusable(
                origin, "its address must begin with https:, or be http: on this machine or a container's own.");
    }
}
