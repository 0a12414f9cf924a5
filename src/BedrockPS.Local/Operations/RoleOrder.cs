using System.Text.Json;
using BedrockPS.Local.Catalog;
using static BedrockPS.Local.Operations.ServiceFault;

namespace BedrockPS.Local.Operations;

/// <summary>Refuses turns out of order, but for the models that genuine traffic shows to take them.</summary>
internal static class RoleOrder
{
    public static void Check(JsonElement[] messages, LocalModel? model)
    {
        string previous = model?.IsOf("anthropic.") == true ? "" : "assistant";
        bool takesAny = model?.IsOf("amazon.titan-text") == true;
        for (int i = 0; i < messages.Length; i++)
        {
            string role = messages[i].At("role").Text() ?? "";
            if (role is not ("user" or "assistant" or "system"))
            {
                throw NoneOf(role, $"messages.{i + 1}.member.role", ["user", "assistant", "system"]);
            }

            if (role == previous && !takesAny)
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
}
