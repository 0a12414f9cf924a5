using System.Globalization;
using System.Text.Json.Nodes;

namespace BedrockPS.Aws.SignIn;

/// <summary>Members of JSON that somebody else wrote: one that is not of the type expected counts as absent.</summary>
internal static class JsonMembers
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string? Text(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue(out string? text) ? Aws.Text.OrNull(text) : null;

    public static long? Number(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue(out long number) ? number : null;

    public static DateTimeOffset? Time(this JsonObject json, string name)
    {
        // The AWS CLI once ended its times with the name of the zone.
        string? text = json.Text(name)?.Replace("UTC", "Z", StringComparison.Ordinal);
        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;
    }

    /// <summary>A time as the AWS CLI writes it, to the second.</summary>
    public static string ToText(DateTimeOffset time) =>
        time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>A member of an answer that is of no use without it.</summary>
    /// <exception cref="ServiceFailure">The answer does not have the member.</exception>
    public static string Need(this JsonObject json, string name) =>
        json.Text(name) ?? throw ServiceFailure.Lacking(name);

    /// <summary>The moment that is the number of seconds in a member of an answer away.</summary>
    /// <exception cref="ServiceFailure">The answer does not have the member, or it cannot be a time.</exception>
    public static DateTimeOffset NeedTimeIn(this JsonObject json, string name, DateTimeOffset now) =>
        json.Number(name) is { } seconds and >= 0 and <= int.MaxValue
            ? now.AddSeconds(seconds)
            : throw ServiceFailure.Lacking(name);
}
