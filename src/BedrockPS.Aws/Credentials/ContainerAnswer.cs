using System.Globalization;
using System.Net;
using System.Text.Json;
using BedrockPS.Access;

namespace BedrockPS.Aws.Credentials;

/// <summary>Reads what a container's endpoint answers.</summary>
internal static class ContainerAnswer
{
    /// <summary>The keys.</summary>
    /// <exception cref="FormatException">There are none; the message says why and holds nothing secret.</exception>
    public static TimedKeys Read(HttpStatusCode status, byte[] body)
    {
        using JsonDocument? json = Parse(body);
        JsonElement? answer = json?.RootElement is { ValueKind: JsonValueKind.Object } root ? root : null;
        if (status != HttpStatusCode.OK)
        {
            string words = $"{Find(answer, "code")} {Find(answer, "message")}".Trim();
            throw new FormatException($"it answers HTTP {(int)status}{(words.Length > 0 ? $": {words}" : ".")}");
        }

        return new TimedKeys(
            new AwsKeys(Need(answer, "AccessKeyId"), Need(answer, "SecretAccessKey"), Find(answer, "Token")),
            ReadEnd(answer));
    }

    private static DateTimeOffset? ReadEnd(JsonElement? answer)
    {
        string? text = Find(answer, "Expiration");
        bool isTime = DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset end);
        return isTime ? end : null;
    }

    private static string Need(JsonElement? answer, string name) =>
        Find(answer, name) ?? throw new FormatException($"its answer has no {name}.");

    private static string? Find(JsonElement? answer, string name) =>
        answer?.TryGetProperty(name, out JsonElement value) == true && value.ValueKind == JsonValueKind.String
            ? Text.OrNull(value.GetString())
            : null;

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
