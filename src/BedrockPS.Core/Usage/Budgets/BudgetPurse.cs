namespace BedrockPS.Usage;

/// <summary>What has been used of one budget of this process, calls under way at their worst.</summary>
internal sealed class BudgetPurse
{
    private readonly object _gate = new();
    private Charge _used;
    private DateOnly? _day;

    public Charge Used(DateOnly? day)
    {
        lock (_gate)
        {
            return day is not null && day != _day ? default : _used;
        }
    }

    /// <summary>Takes the charge where it fits.</summary>
    /// <returns>What was used before; the charge was taken where <paramref name="isTaken"/> says so.</returns>
    public Charge Take(Budget budget, Charge charge, DateOnly? day, out bool isTaken)
    {
        lock (_gate)
        {
            if (day != _day)
            {
                (_used, _day) = (default, day);
            }

            Charge before = _used;
            isTaken = BudgetCheck.Fits(budget, before + charge);
            _used = isTaken ? before + charge : before;
            return before;
        }
    }

    /// <summary>Puts the true charge in the place of the worst one.</summary>
    public void Correct(Charge worst, Charge actual, DateOnly? day)
    {
        lock (_gate)
        {
            _used = day == _day ? _used - worst + actual : _used;
        }
    }
}
