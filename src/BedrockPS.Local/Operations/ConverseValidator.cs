using System.Text.Json;
using BedrockPS.Local.Catalog;
using static BedrockPS.Local.Operations.ServiceFault;

namespace BedrockPS.Local.Operations;

/// <summary>Refuses what the service refuses of a Converse request, in its words.</summary>
internal static class ConverseValidator
{
    /// <param name="body">The request.</param>
    /// <param name="model">The model asked; null where only an account would know it.</param>
    /// <param name="isStoredPrompt">Whether the model id is a prompt's ARN, which brings the messages itself.</param>
    public static void Check(JsonElement body, LocalModel? model, bool isStoredPrompt)
    {
        RequiredMembers.Check(body);
        InferenceLimits.Check(body.At("inferenceConfig"), model);
        JsonElement[] messages = [.. body.At("messages").Items()];
        if (messages.Length == 0 && !isStoredPrompt)
        {
            throw Validation("The messages field is required. Add at least one message and try again.");
        }

        RoleOrder.Check(messages, model);
        bool takesBlank = model?.IsOf("amazon.nova") == true;
        for (int i = 0; i < messages.Length; i++)
        {
            ContentLimits.Check([.. messages[i].At("content").Items()], i, takesBlank);
        }

        ToolLimits.Check(body.At("toolConfig"));
        ToolTurnValidator.Check(messages, body.At("toolConfig").IsPresent());
    }
}
