using Amazon.Runtime.CredentialManagement;
using BedrockPS.Access;
using BedrockPS.Aws.Profiles;
using BedrockPS.Http;

namespace BedrockPS.Aws.Endpoints;

/// <summary>Where environment and profile say that a service is, whichever service of AWS it is.</summary>
internal static class ConfiguredEndpoint
{
    private const string Setting = "endpoint_url";

    /// <summary>The endpoint; null where nobody names one, or where those named are to be ignored.</summary>
    /// <param name="service">The service, such as <c>bedrock-runtime</c> or <c>sts</c>.</param>
    /// <param name="profile">The profile that counts, if any.</param>
    public static Sourced<Uri>? Find(string service, CredentialProfile? profile) =>
        EndpointSwitches.IgnoresConfigured(profile)
            ? null
            : AwsEnvironment.FindEndpoint(service)
                ?? OfServices(service.ToLowerInvariant().Replace('-', '_'), profile as SharedProfile)
                ?? ProfileProperty.Find(profile, Setting, SettingText.ReadEndpoint);

    private static Sourced<Uri>? OfServices(string service, SharedProfile? profile)
    {
        if (ProfileProperty.Find(profile, "services") is not { } section)
        {
            return null;
        }

        IReadOnlyDictionary<string, string> services = profile!.ServiceSettings ?? throw new BedrockException(
            ClientErrorCode.InvalidRequest,
            $"The profile '{profile.Name}' has 'services = {section}', but the configuration file has no section "
            + $"[services {section}]. Add it, or correct the name.");

        string source = $"[services {section}] of profile '{profile.Name}'";
        return UrlIn(services.GetValueOrDefault(service)) is { } url
            ? new Sourced<Uri>(SettingText.ReadEndpoint(url, $"'{Setting}' of {service} in {source}"), source)
            : null;
    }

    // Below the service's name stand its settings, a line each.
    private static string? UrlIn(string? settings) => (settings ?? string.Empty)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('=', 2))
        .Where(pair => pair.Length == 2 && pair[0].Trim().Equals(Setting, StringComparison.OrdinalIgnoreCase))
        .Select(pair => Text.OrNull(SharedFileParser.WithoutComment(pair[1])))
        .LastOrDefault();
}
