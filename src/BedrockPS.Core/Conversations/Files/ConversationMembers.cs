using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Json;

namespace BedrockPS.Conversations;

/// <summary>The members of a line that have types of their own.</summary>
internal static class ConversationMembers
{
    public static JsonObject Settings(Conversation conversation)
    {
        JsonObject settings = new() { ["modelId"] = conversation.ModelId };
        Add(settings, "title", conversation.Title);
        Add(settings, "system", conversation.System);
        if (!conversation.InferenceConfig.IsEmpty)
        {
            settings["inferenceConfig"] =
                Node(conversation.InferenceConfig, BedrockJsonContext.Default.InferenceConfiguration);
        }

        return settings;
    }

    public static void ReadSettings(JsonObject settings, Conversation conversation)
    {
        conversation.ModelId = (string?)settings["modelId"] ?? conversation.ModelId;
        conversation.Title = (string?)settings["title"];
        conversation.System = (string?)settings["system"];
        conversation.InferenceConfig = settings["inferenceConfig"] is { } inference
            ? BedrockJson.Read(ConversationFormat.Write(inference), BedrockJsonContext.Default.InferenceConfiguration)
            : new InferenceConfiguration();
    }

    public static JsonNode Usage(Conversation conversation) =>
        Node(conversation.Usage, BedrockJsonContext.Default.TokenUsage);

    public static TokenUsage ReadUsage(JsonNode usage) =>
        BedrockJson.Read(ConversationFormat.Write(usage), BedrockJsonContext.Default.TokenUsage);

    public static JsonNode Turn(Message turn) => ConversationFormat.Parse(BedrockMessages.Write(turn))!;

    public static Message ReadTurn(JsonNode? turn) => BedrockMessages.Read(
        ConversationFormat.Write(turn ?? throw new JsonException("A turn is null.")));

    public static void Add(JsonObject members, string name, string? value)
    {
        if (value is not null)
        {
            members[name] = value;
        }
    }

    private static JsonNode Node<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        ConversationFormat.Parse(BedrockJson.Write(value, type))!;
}
