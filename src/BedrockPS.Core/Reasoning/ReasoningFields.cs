using System.Collections;
using System.Collections.Specialized;
using BedrockPS.Http;

namespace BedrockPS.Reasoning;

/// <summary>Turns thinking on in the words of the model's family.</summary>
public static class ReasoningFields
{
    // The least that Claude takes (Anthropic's documentation of extended thinking).
    private const int MinBudget = 1024;

    // Room for the answer beside the thoughts, which count towards its limit.
    private const int AnswerTokens = 4096;

    /// <summary>Adds what the model needs; a field that the caller set stays as it is.</summary>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: no way is known for the model, or the budget leaves no room for an answer.
    /// </exception>
    public static void Apply(ConverseRequest request, ReasoningRequest reasoning)
    {
        ReasoningFamily family = ReasoningFamilies.Of(request.ModelId);
        bool countsTokens = family is ReasoningFamily.ClaudeBudget or ReasoningFamily.ClaudeAdaptive;
        if (reasoning.BudgetTokens is not null && !countsTokens && family != ReasoningFamily.Unknown)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"'{request.ModelId}' does not count the tokens of its thoughts, so -ReasoningBudget would not hold. "
                + "Give -Effort instead.");
        }

        switch (family)
        {
            case ReasoningFamily.ClaudeBudget:
                ApplyBudget(request, reasoning);
                break;
            case ReasoningFamily.ClaudeAdaptive:
                SetField(request, "thinking", reasoning.BudgetTokens is { } budget
                    ? Enabled(budget)
                    : new OrderedDictionary { ["type"] = "adaptive" });
                ApplyEffort(request, reasoning.Effort);
                break;
            case ReasoningFamily.Nova:
                SetField(request, "reasoningConfig", new OrderedDictionary
                {
                    ["type"] = "enabled",
                    ["maxReasoningEffort"] = reasoning.Effort ?? "medium",
                });
                break;
            case ReasoningFamily.OpenAI:
                SetField(request, "reasoning_effort", reasoning.Effort ?? "medium");
                break;
            case ReasoningFamily.Hosted:
                SetField(request, "reasoning_config", reasoning.Effort ?? "high");
                break;
            case ReasoningFamily.Unknown:
                throw new BedrockException(
                    ClientErrorCode.InvalidRequest,
                    $"How '{request.ModelId}' is told to think is not known here. Give what it needs with "
                    + "-AdditionalModelRequestField.");
        }
    }

    private static void ApplyBudget(ConverseRequest request, ReasoningRequest reasoning)
    {
        int budget = reasoning.BudgetTokens ?? BudgetOf(reasoning.Effort);
        int? limit = request.InferenceConfig?.MaxTokens;
        if (limit <= budget)
        {
            // A budget that was not asked for outright gives way to the limit that was.
            bool canShrink = reasoning.BudgetTokens is null && limit > MinBudget;
            budget = canShrink ? Math.Max(MinBudget, limit.Value / 2) : throw NoRoom(budget, limit.Value);
        }

        SetField(request, "thinking", Enabled(budget));
        request.InferenceConfig ??= new InferenceConfiguration();
        request.InferenceConfig.MaxTokens ??= budget + AnswerTokens;
    }

    private static void ApplyEffort(ConverseRequest request, string? effort)
    {
        if (effort is not null)
        {
            request.OutputConfig ??= new OutputConfiguration();
            request.OutputConfig.Effort ??= effort;
        }
    }

    private static int BudgetOf(string? effort) => effort?.ToLowerInvariant() switch
    {
        "low" => MinBudget,
        "high" => 16 * 1024,
        "max" => 32 * 1024,
        _ => 4 * 1024,
    };

    private static OrderedDictionary Enabled(int budget) => new() { ["type"] = "enabled", ["budget_tokens"] = budget };

    private static void SetField(ConverseRequest request, string name, object value)
    {
        OrderedDictionary fields = [];
        foreach (DictionaryEntry given in request.AdditionalModelRequestFields as IDictionary ?? fields)
        {
            fields[given.Key] = given.Value;
        }

        if (!fields.Contains(name))
        {
            fields[name] = value;
        }

        request.AdditionalModelRequestFields = fields;
    }

    private static BedrockException NoRoom(int budget, int limit) => new(
        ClientErrorCode.InvalidRequest,
        $"Thoughts of {budget} tokens leave no room in an answer of {limit}: raise -MaxTokens above the budget "
        + $"(the least budget is {MinBudget}), or lower -ReasoningBudget.");
}
