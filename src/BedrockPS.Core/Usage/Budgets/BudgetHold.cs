namespace BedrockPS.Usage;

/// <summary>What one call has taken of the budgets that it counts for.</summary>
internal sealed class BudgetHold(DayLedger? day)
{
    private readonly List<(BudgetPurse Purse, Charge Worst, DateOnly? Day)> _purses = [];
    private readonly string _call = Guid.NewGuid().ToString("N");
    private Charge? _ofDay;

    /// <summary>Takes the worst case of a call from each budget, or from none.</summary>
    /// <exception cref="BedrockException"><c>BudgetExceeded</c>: it does not fit into one.</exception>
    public void Take(BudgetBook book, MeteredRequest request, string command, WorstCase worst, DateOnly today)
    {
        try
        {
            foreach (Budget budget in book.Budgets)
            {
                if (KeyOf(budget, request, command) is { } key)
                {
                    Take(book, budget, key, request.ModelId, worst, today);
                }
            }
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>The call is over: what it took is put in the place of its worst case.</summary>
    /// <returns>Whether the call's line was written to the usage log.</returns>
    public bool Settle(UsageEntry entry)
    {
        foreach ((BudgetPurse purse, Charge worst, DateOnly? of) in _purses)
        {
            purse.Correct(worst, Charge.Of(entry, worst), of);
        }

        if (_ofDay is not { } charge)
        {
            return false;
        }

        day!.Settle(_call, entry, charge);
        return true;
    }

    private void Take(
        BudgetBook book, Budget budget, string key, string modelId, WorstCase worst, DateOnly today)
    {
        Charge charge = BudgetCheck.WorstOf(budget, worst, modelId);
        Charge used;
        bool isTaken;
        if (budget.Period == BudgetPeriod.Day && day is not null)
        {
            used = day.Take(budget, _call, charge, out isTaken);
            _ofDay = isTaken ? charge : null;
        }
        else
        {
            DateOnly? of = budget.Period == BudgetPeriod.Day ? today : null;
            BudgetPurse purse = book.PurseOf(budget, key);
            used = purse.Take(budget, charge, of, out isTaken);
            if (isTaken)
            {
                _purses.Add((purse, charge, of));
            }
        }

        if (!isTaken)
        {
            throw BudgetCheck.Exceeded(budget, used, worst, modelId);
        }
    }

    private void Release()
    {
        _purses.ForEach(held => held.Purse.Correct(held.Worst, default, held.Day));
        if (_ofDay is not null)
        {
            day!.Release(_call);
        }
    }

    // A call outside any conversation counts for no conversation's budget.
    private static string? KeyOf(Budget budget, MeteredRequest request, string command) => budget.Scope switch
    {
        BudgetScope.Session => string.Empty,
        BudgetScope.Conversation => request.Request?.ConversationId,
        _ => command,
    };
}
