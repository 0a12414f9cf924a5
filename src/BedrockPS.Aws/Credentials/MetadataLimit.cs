using System.Globalization;

namespace BedrockPS.Aws.Credentials;

/// <summary>How long a container or an instance may take to answer for its role.</summary>
internal static class MetadataLimit
{
    /// <summary>The variable by which the AWS CLI is given its limit, in seconds.</summary>
    public const string Variable = "AWS_METADATA_SERVICE_TIMEOUT";

    // The SDK's own attempts against a silent endpoint end after 16 to 32 seconds; against a container, after minutes.
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    public static TimeSpan Read() =>
        double.TryParse(Text.OfVariable(Variable), CultureInfo.InvariantCulture, out double seconds)
        && seconds is > 0 and < 3600
            ? TimeSpan.FromSeconds(seconds)
            : Usual;

    /// <summary>Why keys did not come, as far as it may be shown.</summary>
    public static string Explain(Exception cause) =>
        cause is TimeoutException ? Exceeded(Read()) : SafeMessage.Of(cause);

    /// <summary>What is said of a limit that was exceeded.</summary>
    public static string Exceeded(TimeSpan limit) => $"no answer in {limit.TotalSeconds:0.#} s";
}
