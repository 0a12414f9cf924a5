using System.Text.Json;
using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Native;

/// <summary>Reads what a native schema demands.</summary>
internal static class NativeRead
{
    public static string RequiredText(JsonElement body, string name)
    {
        string text = Required(body, name).Text()
            ?? throw ServiceFault.MalformedInput($"#/{name}: expected type: String, found: {body.At(name).ValueKind}");
        return text.Length > 0
            ? text
            : throw ServiceFault.MalformedInput($"#/{name}: expected minLength: 1, actual: 0");
    }

    public static JsonElement RequiredMessages(JsonElement body)
    {
        JsonElement messages = Required(body, "messages");
        return messages.Items().Any()
            ? messages
            : throw ServiceFault.MalformedInput("#/messages: expected minimum item count: 1, found: 0");
    }

    public static JsonElement Required(JsonElement body, string name) =>
        body.At(name) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value
            ? value
            : throw ServiceFault.MissingKey(name);
}
