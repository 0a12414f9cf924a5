using System.Globalization;

namespace BedrockPS.Chat;

/// <summary>The line below an answer: what it used and cost, how long it took, what was out of the ordinary.</summary>
internal static class AnswerFoot
{
    public static string Of(ConverseResponse answer)
    {
        List<string> facts = [];
        if (answer.Usage is { } usage)
        {
            facts.Add(string.Create(
                CultureInfo.InvariantCulture, $"{usage.InputTokens} tokens in, {usage.OutputTokens} out"));
        }

        if (answer.Cost is { Amount: not null } cost)
        {
            facts.Add($"{cost}");
        }

        if (answer.LatencyMs is { } latency)
        {
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"{latency / 1000.0:0.0##} s"));
        }

        if (answer.StopReason is { } reason && reason != StopReason.EndTurn)
        {
            facts.Add(reason);
        }

        return $"-- {string.Join(", ", facts)}";
    }
}
