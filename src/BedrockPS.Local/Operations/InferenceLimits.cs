using System.Globalization;
using System.Text.Json;
using BedrockPS.Local.Catalog;
using static BedrockPS.Local.Operations.ServiceFault;

namespace BedrockPS.Local.Operations;

/// <summary>Refuses inference parameters out of their ranges.</summary>
internal static class InferenceLimits
{
    private const int MostStopSequences = 2500;

    public static void Check(JsonElement config, LocalModel? model)
    {
        CheckRange(config.At("temperature"), "inferenceConfig.temperature", 0, 1);
        CheckRange(config.At("topP"), "inferenceConfig.topP", 0, 1);
        CheckRange(config.At("maxTokens"), "inferenceConfig.maxTokens", 1, int.MaxValue);
        CheckMaxTokens(config.At("maxTokens").Int(), model?.MaxTokens);
        CheckStopSequences(config.At("stopSequences"));
    }

    private static void CheckMaxTokens(int? wanted, int? most)
    {
        if (wanted > most)
        {
            throw Validation($"The maximum tokens you requested exceeds the model limit of {most}. Try again with a "
                + $"maximum tokens value that is lower than {most}.");
        }
    }

    private static void CheckStopSequences(JsonElement sequences)
    {
        JsonElement[] all = [.. sequences.Items()];
        if (all.Length > MostStopSequences)
        {
            throw Constraint(
                sequences.GetRawText()[..40],
                "inferenceConfig.stopSequences",
                $"have length less than or equal to {MostStopSequences}");
        }

        int empty = Array.FindIndex(all, sequence => string.IsNullOrEmpty(sequence.Text()));
        if (empty >= 0)
        {
            throw Constraint(
                "", $"inferenceConfig.stopSequences.{empty + 1}.member", "have length greater than or equal to 1");
        }
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

    private static string Plain(double number) => number.ToString(CultureInfo.InvariantCulture);
}
