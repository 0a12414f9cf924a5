using System.Globalization;
using BedrockPS.Http;

namespace BedrockPS.Access;

/// <summary>Reads what variables and files hold; an error names the place, and the value where that is safe.</summary>
public static class SettingText
{
    /// <summary>The variable's value at this moment; null where it is blank, which counts as absent.</summary>
    public static string? OfVariable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value)
            ? value.Trim()
            : null;

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    /// <param name="text">What stands there.</param>
    /// <param name="place">Where it stands, in the user's words.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it is neither.</exception>
    public static bool ReadSwitch(string text, string place) => bool.TryParse(text, out bool value)
        ? value
        : throw Unreadable(place, text, "neither 'true' nor 'false'");

    /// <summary>Reads a number of tries.</summary>
    /// <param name="text">What stands there.</param>
    /// <param name="place">Where it stands, in the user's words.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it is no whole number from 1.</exception>
    public static int ReadAttempts(string text, string place) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value > 0
            ? value
            : throw Unreadable(place, text, "no whole number of 1 or more");

    /// <summary>Reads the URL of an endpoint.</summary>
    /// <param name="text">What stands there.</param>
    /// <param name="place">Where it stands, in the user's words.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: no request can go there.</exception>
    public static Uri ReadEndpoint(string text, string place) =>
        Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? url)
            ? EndpointAddress.Check(url, place)
            : throw Unreadable(place, text, "no http or https URL");

    private static BedrockException Unreadable(string place, string text, string problem) =>
        new(ClientErrorCode.InvalidRequest, $"{place} is '{text}', which is {problem}.");
}
