using BedrockPS.Http;

namespace BedrockPS.Recording;

/// <summary>The head of an answer, as a recording keeps it.</summary>
internal static class AnswerHead
{
    public static RecordedAnswer Read(HttpResponseMessage response) => new()
    {
        Status = (int)response.StatusCode,
        Headers =
        [
            .. response.Content.Headers.Concat(response.Headers)
                .Where(header => RecordedHeaders.Keeps(header.Key))
                .Select(header => KeyValuePair.Create(Lower(header.Key), string.Join(", ", header.Value)))
                .OrderBy(header => header.Key, StringComparer.Ordinal),
        ],
        Attempts = ResponseFacts.Attempts(response),
    };

    /// <summary>Whether the head says that the body is frames; null where it leaves that open.</summary>
    public static bool? IsStream(RecordedAnswer answer)
    {
        string? type = answer.Headers.FirstOrDefault(header => header.Key == RecordedHeaders.ContentType).Value;
        return type is null || type.Contains("octet-stream", StringComparison.OrdinalIgnoreCase)
            ? null
            : type.Contains("eventstream", StringComparison.OrdinalIgnoreCase);
    }

    // Servers differ in the case of names, and it means nothing.
    private static string Lower(string name) => string.Create(name.Length, name, static (letters, source) =>
        source.AsSpan().ToLowerInvariant(letters));
}
