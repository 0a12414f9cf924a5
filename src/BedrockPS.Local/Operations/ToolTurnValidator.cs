using System.Text.Json;
using static BedrockPS.Local.Operations.ServiceFault;

namespace BedrockPS.Local.Operations;

/// <summary>Refuses tool results that do not answer the tool uses of the turn before, all of them at once.</summary>
internal static class ToolTurnValidator
{
    public static void Check(JsonElement[] messages, bool hasToolConfig)
    {
        string[] open = [];
        for (int i = 0; i < messages.Length; i++)
        {
            JsonElement content = messages[i].At("content");
            string[] answered = Ids(content, "toolResult");
            string[] asked = Ids(content, "toolUse");
            if (!hasToolConfig && answered.Length + asked.Length > 0)
            {
                throw Validation(
                    "The toolConfig field must be defined when using toolUse and toolResult content blocks.");
            }

            CheckAnswers(open, answered, i);
            open = asked;
        }
    }

    private static void CheckAnswers(string[] open, string[] answered, int message)
    {
        if (answered.Length > open.Length)
        {
            throw Validation($"The number of toolResult blocks at messages.{message}.content exceeds the number of "
                + "toolUse blocks of previous turn.");
        }

        string[] missing = [.. open.Except(answered)];
        if (missing.Length > 0)
        {
            throw Validation($"Expected toolResult blocks at messages.{message}.content for the following Ids: "
                + string.Join(", ", missing));
        }
    }

    // A server tool is run by the service, which answers it in the same turn.
    private static string[] Ids(JsonElement content, string member) =>
    [
        .. content.Items().Select(block => block.At(member))
            .Where(block => block.IsPresent() && block.At("type").Text() is null)
            .Select(block => block.At("toolUseId").Text() ?? ""),
    ];
}
