using System.Text.Json;

namespace BedrockPS.Local.Operations;

/// <summary>Measures what a model would read of a request, in characters.</summary>
internal static class InputSize
{
    // About what a picture costs; its base64 has nothing to do with it.
    private const long MediaCharacters = 6400;

    public static long Of(params JsonElement[] elements) => elements.Sum(Measure);

    private static long Measure(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!.Length,
        JsonValueKind.Number => element.GetRawText().Length,
        JsonValueKind.Array => element.EnumerateArray().Sum(Measure),
        JsonValueKind.Object => element.EnumerateObject().Sum(Measure),
        _ => 0,
    };

    private static long Measure(JsonProperty property) => property.Name switch
    {
        "bytes" or "data" or "url" => MediaCharacters,
        "role" or "type" or "format" => 0,
        _ => Measure(property.Value),
    };
}
