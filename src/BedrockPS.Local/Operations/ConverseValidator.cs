using System.Globalization;
using System.Text.Json;
using static BedrockPS.Local.Operations.ServiceFault;

namespace BedrockPS.Local.Operations;

/// <summary>Refuses what the service refuses of a Converse request, in its words.</summary>
internal static class ConverseValidator
{
    /// <param name="body">The request.</param>
    /// <param name="isStoredPrompt">Whether the model id is a prompt's ARN, which brings the messages itself.</param>
    public static void Check(JsonElement body, bool isStoredPrompt)
    {
        CheckInferenceConfig(body.At("inferenceConfig"));
        JsonElement[] messages = [.. body.At("messages").Items()];
        if (messages.Length == 0 && !isStoredPrompt)
        {
            throw Validation("The messages field is required. Add at least one message and try again.");
        }

        CheckRoles(messages);
        for (int i = 0; i < messages.Length; i++)
        {
            CheckContent(messages[i].At("content"), i);
        }

        ToolTurnValidator.Check(messages, body.At("toolConfig").IsPresent());
    }

    private static void CheckRoles(JsonElement[] messages)
    {
        string previous = "assistant";
        for (int i = 0; i < messages.Length; i++)
        {
            string role = messages[i].At("role").Text() ?? "";
            if (role is not ("user" or "assistant" or "system"))
            {
                throw Constraint(
                    role, $"messages.{i + 1}.member.role", "satisfy enum value set: [user, assistant, system]");
            }

            if (role == previous)
            {
                throw Validation(role == "assistant" && i == 0
                    ? "A conversation must start with a user message. Try again with a conversation that starts with "
                        + "a user message."
                    : "A conversation must alternate between user and assistant roles. Make sure the conversation "
                        + "alternates between user and assistant roles and try again.");
            }

            previous = role == "system" ? previous : role;
        }
    }

    private static void CheckContent(JsonElement content, int message)
    {
        JsonElement[] blocks = [.. content.Items()];
        if (blocks.Length == 0)
        {
            throw Validation($"The content field in the Message object at messages.{message} is empty. Add a "
                + "ContentBlock object to the content field and try again.");
        }

        int blank = FindBlank(blocks);
        if (blank >= 0)
        {
            throw Validation($"The text field in the ContentBlock object at messages.{message}.content.{blank} is "
                + "blank. Add text to the text field, and try again.");
        }

        bool hasDocument = Array.Exists(blocks, block => block.At("document").IsPresent());
        if (hasDocument && !Array.Exists(blocks, block => block.At("text").IsPresent()))
        {
            throw Validation(
                "A text block must be included when using documents. Add a text block and retry your request.");
        }
    }

    // White space is only blank where a message has nothing else: a line break between blocks is common and taken.
    private static int FindBlank(JsonElement[] blocks)
    {
        string?[] texts = [.. blocks.Select(block => block.At("text").Text())];
        bool isAllBlank = Array.TrueForAll(texts, text => text is not null && string.IsNullOrWhiteSpace(text));
        return isAllBlank ? 0 : Array.IndexOf(texts, "");
    }

    private static void CheckInferenceConfig(JsonElement config)
    {
        CheckRange(config.At("temperature"), "inferenceConfig.temperature", 0, 1);
        CheckRange(config.At("topP"), "inferenceConfig.topP", 0, 1);
        CheckRange(config.At("maxTokens"), "inferenceConfig.maxTokens", 1, int.MaxValue);
    }

    private static void CheckRange(JsonElement value, string name, double least, double most)
    {
        if (!value.IsPresent())
        {
            return;
        }

        if (value.ValueKind != JsonValueKind.Number)
        {
            throw Validation($"The value at {name} is not a number.");
        }

        double number = value.GetDouble();
        if (number < least || number > most)
        {
            string bound = number < least
                ? $"greater than or equal to {Plain(least)}"
                : $"less than or equal to {Plain(most)}";
            throw Constraint(value.GetRawText(), name, $"have value {bound}");
        }
    }

    private static ServiceFault Constraint(string value, string name, string demand) => Validation(
        $"1 validation error detected: Value '{value}' at '{name}' failed to satisfy constraint: Member must {demand}");

    private static string Plain(double number) => number.ToString(CultureInfo.InvariantCulture);
}
