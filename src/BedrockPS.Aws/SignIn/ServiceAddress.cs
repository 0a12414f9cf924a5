using BedrockPS.Access;
using BedrockPS.Aws.Endpoints;
using BedrockPS.Http;

namespace BedrockPS.Aws.SignIn;

/// <summary>Where a service that signs people in is: where environment or profile say, else in public.</summary>
internal static class ServiceAddress
{
    /// <summary>The root of the service.</summary>
    /// <param name="services">What environment and profile say of services.</param>
    /// <param name="service">The name of the service, such as <c>sso-oidc</c>.</param>
    /// <param name="makePublic">Makes the public address.</param>
    public static Uri Find(ProfileServices services, string service, Func<Uri> makePublic) =>
        services.FindEndpoint(service) is { } named ? Check(named) : makePublic();

    /// <summary>The address of an operation below the root, which may have a path of its own.</summary>
    public static Uri Operation(Uri root, string path) => new($"{root.AbsoluteUri.TrimEnd('/')}/{path}");

    // Tokens and keys go there as they are.
    private static Uri Check(Sourced<Uri> named) => named.Value.Scheme == Uri.UriSchemeHttps || named.Value.IsLoopback
        ? named.Value
        : throw new BedrockException(
            ClientErrorCode.InvalidRequest,
            $"'{named.Value.Scheme}://{named.Value.Authority}' in {named.Source} would get the tokens of a sign-in in "
            + "clear text; only https does, except on this machine.");
}
