using System.Text.Json;

namespace BedrockPS.Local.Operations;

/// <summary>Reads members that may be absent or of another kind than they should.</summary>
internal static class JsonRead
{
    /// <summary>The body as JSON, or the fault of a body that is none.</summary>
    public static JsonElement Object(byte[] body)
    {
        try
        {
            JsonElement root = JsonDocument.Parse(body).RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? root
                : throw ServiceFault.Validation("The request body is not a JSON object.");
        }
        catch (JsonException e)
        {
            throw ServiceFault.Validation($"The request body is not valid JSON: {e.Message}");
        }
    }

    /// <summary>The member at the end of the path; undefined where a step is missing.</summary>
    public static JsonElement At(this JsonElement element, params string[] path)
    {
        foreach (string name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return default;
            }
        }

        return element;
    }

    public static string? Text(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    public static int? Int(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int value) ? value : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    public static string[] Texts(this JsonElement element) =>
        [.. element.Items().Select(Text).OfType<string>()];

    public static bool IsPresent(this JsonElement element) =>
        element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);
}
