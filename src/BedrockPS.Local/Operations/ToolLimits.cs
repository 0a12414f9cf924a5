using System.Text.Json;
using System.Text.RegularExpressions;
using static BedrockPS.Local.Operations.ServiceFault;

namespace BedrockPS.Local.Operations;

/// <summary>Refuses declarations of tools that the service would not take.</summary>
internal static partial class ToolLimits
{
    public static void Check(JsonElement toolConfig)
    {
        string[] names =
        [
            .. toolConfig.At("tools").Items().Select(tool => tool.At("toolSpec", "name").Text()).OfType<string>(),
        ];
        int wrong = Array.FindIndex(names, name => !ToolName().IsMatch(name));
        if (wrong >= 0)
        {
            throw Constraint(
                names[wrong],
                $"toolConfig.tools.{wrong + 1}.member.toolSpec.name",
                "satisfy regular expression pattern: [a-zA-Z0-9_-]{1,64}");
        }

        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Validation($"The toolConfig field declares the tool {twice.Key} more than once.");
        }

        string? forced = toolConfig.At("toolChoice", "tool", "name").Text();
        if (forced is not null && !names.Contains(forced))
        {
            throw Validation($"The toolChoice field names the tool {forced}, which the tools field does not declare.");
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex ToolName();
}
