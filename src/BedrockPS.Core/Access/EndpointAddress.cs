namespace BedrockPS.Access;

/// <summary>Where a service of a region is.</summary>
public static class EndpointAddress
{
    /// <summary>The host prefix of the control plane.</summary>
    public const string ControlPlane = "bedrock";

    /// <summary>The host prefix of the runtime.</summary>
    public const string Runtime = "bedrock-runtime";

    /// <summary>
    /// The endpoint that the environment names for a service: <c>AWS_ENDPOINT_URL_BEDROCK_RUNTIME</c> or
    /// <c>AWS_ENDPOINT_URL_BEDROCK</c>, then <c>AWS_ENDPOINT_URL</c>; null where it names none.
    /// </summary>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: the variable does not hold an http or https URL.
    /// </exception>
    public static Uri? FromEnvironment(string service)
    {
        string specific = "AWS_ENDPOINT_URL_" + service.ToUpperInvariant().Replace('-', '_');
        return FromVariable(specific) ?? FromVariable("AWS_ENDPOINT_URL");
    }

    private static Uri? FromVariable(string name)
    {
        string? value = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        return Uri.TryCreate(value, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new BedrockException(
                Http.ClientErrorCode.InvalidRequest, $"{name} holds '{value}', which is not an http or https URL.");
    }
}
