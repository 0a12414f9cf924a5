using System.Globalization;
using System.Text.Json;
using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Resources;

/// <summary>Points of time as the service writes them.</summary>
internal static class Times
{
    public static string Stamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset Of(JsonElement item, string member) =>
        item.At(member).Text() is string text ? Parse(text, member) : DateTimeOffset.MinValue;

    public static DateTimeOffset Parse(string text, string member) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw ServiceFault.Constraint(text, member, "be a timestamp in ISO 8601 format");
}
