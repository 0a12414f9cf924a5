using System.Globalization;
using BedrockPS.Http;

namespace BedrockPS.Usage;

/// <summary>Compares calls with budgets, and says which call passes which.</summary>
internal static class BudgetCheck
{
    public static bool Fits(Budget budget, Charge total) =>
        (budget.MaxCost is not { } cost || total.Cost <= cost)
        && (budget.MaxTokens is not { } tokens || total.Tokens <= tokens);

    /// <summary>The charge of a call at its worst.</summary>
    /// <exception cref="BedrockException"><c>BudgetExceeded</c>: it has no end that is known.</exception>
    public static Charge WorstOf(Budget budget, WorstCase worst, string modelId)
    {
        if (budget.MaxTokens is not null && worst.OutputTokens is null)
        {
            throw Refuse(budget, $"nothing says how long an answer of '{modelId}' may be. Give -MaxTokens.");
        }

        if (budget.MaxCost is not null && worst.MostCost is null && !budget.AllowUnknownPrice)
        {
            throw Refuse(
                budget,
                $"the cost of a call to '{modelId}' is unknown: {worst.Reason} "
                + "Set-BRBudget -AllowUnknownPrice lets such calls pass.");
        }

        return new Charge(worst.MostCost ?? 0, worst.InputTokens + (worst.OutputTokens ?? 0));
    }

    public static BedrockException Exceeded(Budget budget, Charge used, WorstCase worst, string modelId)
    {
        string cost = worst.MostCost is { } most ? $"{CostText.Of(most, worst.Currency)}, " : string.Empty;
        string call = $"a call to '{modelId}' may take {cost}{Number(worst.InputTokens)} tokens in and "
            + $"{Number(worst.OutputTokens)} out";
        string money = budget.MaxCost is { } limit
            ? $"{CostText.Of(used.Cost, worst.Currency)} of {CostText.Of(limit, worst.Currency)}"
            : null!;
        string tokens = budget.MaxTokens is { } count ? $"{Number(used.Tokens)} of {Number(count)} tokens" : null!;
        string taken = string.Join(" and ", new[] { money, tokens }.OfType<string>());
        return Refuse(budget, $"{call}, and {taken} are taken, calls under way at their worst included.");
    }

    private static BedrockException Refuse(Budget budget, string why) => new(
        ClientErrorCode.BudgetExceeded, $"Nothing was sent, for the budget of the {NameOf(budget)}: {why}");

    private static string NameOf(Budget budget) =>
        budget.Period == BudgetPeriod.Day ? "day" : budget.Scope.ToString().ToLowerInvariant();

    private static string Number(long? value) =>
        value is { } known ? known.ToString("#,0", CultureInfo.InvariantCulture) : "an unknown number";
}
