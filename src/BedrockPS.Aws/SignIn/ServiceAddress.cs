using BedrockPS.Access;
using BedrockPS.Http;

namespace BedrockPS.Aws.SignIn;

/// <summary>Where a service that signs people in is: where the environment says, else in public.</summary>
internal static class ServiceAddress
{
    /// <summary>The root of the service.</summary>
    /// <param name="service">The name in the variable, such as <c>sso-oidc</c>.</param>
    /// <param name="makePublic">Makes the public address.</param>
    public static Uri Find(string service, Func<Uri> makePublic) =>
        EndpointAddress.FromEnvironment(service) is { } named ? Check(named) : makePublic();

    /// <summary>The address of an operation below the root, which may have a path of its own.</summary>
    public static Uri Operation(Uri root, string path) => new($"{root.AbsoluteUri.TrimEnd('/')}/{path}");

    // Tokens and keys go there as they are.
    private static Uri Check(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.IsLoopback
        ? address
        : throw new BedrockException(
            ClientErrorCode.InvalidRequest,
            $"'{address.Scheme}://{address.Authority}' in AWS_ENDPOINT_URL* would get the tokens of a sign-in in clear "
            + "text; only https does, except on this machine.");
}
