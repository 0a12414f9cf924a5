namespace BedrockPS.Access;

/// <summary>What the process's environment says, read anew each time: scripts change it between two calls.</summary>
/// <remarks>Every member throws <c>InvalidRequest</c> where a variable does not hold what it should.</remarks>
public static class AwsEnvironment
{
    /// <summary>The region: <c>AWS_REGION</c>, then <c>AWS_DEFAULT_REGION</c>.</summary>
    public static Sourced<string>? FindRegion() => FindText("AWS_REGION") ?? FindText("AWS_DEFAULT_REGION");

    /// <summary>
    /// The endpoint: <c>AWS_ENDPOINT_URL_</c> and the service's id, then <c>AWS_ENDPOINT_URL</c>; null where it names
    /// none, or says that none counts.
    /// </summary>
    /// <param name="service">The service, such as <c>bedrock-runtime</c> or <c>sts</c>.</param>
    public static Sourced<Uri>? FindEndpoint(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return IgnoresEndpoints() is { Value: true }
            ? null
            : Find("AWS_ENDPOINT_URL_" + service.ToUpperInvariant().Replace('-', '_'), SettingText.ReadEndpoint)
                ?? Find("AWS_ENDPOINT_URL", SettingText.ReadEndpoint);
    }

    /// <summary>Whether endpoints of environment and profile are to be ignored.</summary>
    public static Sourced<bool>? IgnoresEndpoints() =>
        Find("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", SettingText.ReadSwitch);

    /// <summary>The most times that a request is sent: <c>AWS_MAX_ATTEMPTS</c>.</summary>
    public static Sourced<int>? FindMaxAttempts() => Find("AWS_MAX_ATTEMPTS", SettingText.ReadAttempts);

    /// <summary>The file of certificates to trust beside the system's: <c>AWS_CA_BUNDLE</c>.</summary>
    public static Sourced<string>? FindCaBundle() => FindText("AWS_CA_BUNDLE");

    /// <summary>Whether endpoints are to be of validated cryptography: <c>AWS_USE_FIPS_ENDPOINT</c>.</summary>
    public static Sourced<bool>? UsesFips() => Find("AWS_USE_FIPS_ENDPOINT", SettingText.ReadSwitch);

    /// <summary>Whether endpoints are to answer over IPv6 too: <c>AWS_USE_DUALSTACK_ENDPOINT</c>.</summary>
    public static Sourced<bool>? UsesDualStack() => Find("AWS_USE_DUALSTACK_ENDPOINT", SettingText.ReadSwitch);

    private static Sourced<string>? FindText(string name) => Find(name, static (text, _) => text);

    private static Sourced<T>? Find<T>(string name, Func<string, string, T> read) =>
        SettingText.OfVariable(name) is { } text ? new Sourced<T>(read(text, name), name) : null;
}
