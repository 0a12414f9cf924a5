using System.Collections.Concurrent;

namespace BedrockPS.Usage;

/// <summary>The budgets of a session, and what has been used of them.</summary>
public sealed class BudgetBook
{
    private readonly ConcurrentDictionary<(BudgetScope Scope, BudgetPeriod Period), Budget> _budgets = [];
    private readonly ConcurrentDictionary<(BudgetScope Scope, BudgetPeriod Period, string Of), BudgetPurse> _purses =
        [];

    /// <summary>Whether there is a budget.</summary>
    public bool IsEmpty => _budgets.IsEmpty;

    /// <summary>Sets a budget in the place of one for the same; what was used of that one is forgotten.</summary>
    public void Set(Budget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        Remove(budget.Scope, budget.Period);
        _budgets[(budget.Scope, budget.Period)] = budget;
    }

    /// <summary>Takes budgets away.</summary>
    /// <param name="scope">Of this scope; null for any.</param>
    /// <param name="period">Of this period; null for any.</param>
    public void Remove(BudgetScope? scope, BudgetPeriod? period)
    {
        foreach ((BudgetScope Scope, BudgetPeriod Period) key in _budgets.Keys)
        {
            if ((scope ?? key.Scope) == key.Scope && (period ?? key.Period) == key.Period)
            {
                _budgets.TryRemove(key, out _);
                foreach (var purse in _purses.Keys.Where(purse => (purse.Scope, purse.Period) == key))
                {
                    _purses.TryRemove(purse, out _);
                }
            }
        }
    }

    /// <summary>The budgets, with what has been used of each.</summary>
    /// <param name="usageLog">The session's usage log; null where there is none.</param>
    /// <param name="clock">Tells the day.</param>
    public IEnumerable<Budget> Report(string? usageLog, TimeProvider clock) => _budgets.Values
        .OrderBy(budget => (budget.Scope, budget.Period))
        .Select(budget => Report(budget, usageLog, clock));

    internal IReadOnlyList<Budget> Budgets => [.. _budgets.Values.OrderBy(budget => (budget.Scope, budget.Period))];

    internal BudgetPurse PurseOf(Budget budget, string of) =>
        _purses.GetOrAdd((budget.Scope, budget.Period, of), _ => new BudgetPurse());

    private Budget Report(Budget budget, string? usageLog, TimeProvider clock)
    {
        DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        bool isDaily = budget.Period == BudgetPeriod.Day;
        Charge? used = budget.Scope != BudgetScope.Session ? null
            : isDaily && usageLog is not null ? new DayLedger(new UsageLog(usageLog), clock).Used()
            : PurseOf(budget, string.Empty).Used(isDaily ? today : null);
        return new Budget
        {
            Scope = budget.Scope,
            Period = budget.Period,
            MaxCost = budget.MaxCost,
            MaxTokens = budget.MaxTokens,
            AllowUnknownPrice = budget.AllowUnknownPrice,
            UsedCost = used?.Cost,
            UsedTokens = used?.Tokens,
            UsageLog = isDaily ? usageLog : null,
        };
    }
}
