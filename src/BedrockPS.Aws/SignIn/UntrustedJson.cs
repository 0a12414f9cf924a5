using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockPS.Aws.SignIn;

/// <summary>JSON that another program or a server wrote.</summary>
internal static class UntrustedJson
{
    /// <summary>The object; null where it is none.</summary>
    public static JsonObject? Parse(Stream json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject found && IsSound(found) ? found : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    // A member that stands twice is found out, by an ArgumentException, on the first look into its object only.
    private static bool IsSound(JsonNode? node) =>
        node is not JsonObject found || found.All(member => IsSound(member.Value));
}
