using System.Text.Json;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Operations;

/// <summary>Reads from a Converse request what its answer depends on.</summary>
internal static class ConverseBody
{
    public static Prompt Read(JsonElement body) => new()
    {
        UserText = body.At("messages").IsPresent()
            ? MessageText.LastUser(body.At("messages"))
            : VariableText(body.At("promptVariables")),
        SystemText = MessageText.Of(body.At("system")),
        InputCharacters = InputSize.Of(body.At("messages"), body.At("system"), body.At("toolConfig", "tools")),
        MaxTokens = body.At("inferenceConfig", "maxTokens").Int(),
        StopSequences = body.At("inferenceConfig", "stopSequences").Texts(),
        ForcedTool = ForcedTool(body.At("toolConfig")),
        OutputSchema = OutputSchema(body.At("outputConfig", "textFormat", "structure", "jsonSchema", "schema")),
    };

    private static string VariableText(JsonElement variables) =>
        variables.ValueKind == JsonValueKind.Object
            ? string.Join('\n', variables.EnumerateObject().Select(variable => variable.Value.At("text").Text()))
            : "";

    private static (string Name, JsonElement Schema)? ForcedTool(JsonElement toolConfig)
    {
        JsonElement[] tools =
            [.. toolConfig.At("tools").Items().Select(tool => tool.At("toolSpec")).Where(spec => spec.IsPresent())];
        JsonElement choice = toolConfig.At("toolChoice");
        string? wanted = choice.At("tool", "name").Text();
        JsonElement spec = wanted is null && !choice.At("any").IsPresent()
            ? default
            : tools.FirstOrDefault(tool => wanted is null || tool.At("name").Text() == wanted);
        return spec.IsPresent() ? (spec.At("name").Text() ?? "", spec.At("inputSchema", "json")) : null;
    }

    private static JsonElement? OutputSchema(JsonElement schema)
    {
        try
        {
            return schema.Text() is string text ? JsonDocument.Parse(text).RootElement : null;
        }
        catch (JsonException)
        {
            throw ServiceFault.Validation("The schema of outputConfig.textFormat is not valid JSON.");
        }
    }
}
