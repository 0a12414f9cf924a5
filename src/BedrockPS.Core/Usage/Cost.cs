namespace BedrockPS;

/// <summary>What calls cost by the price table; an estimate, for the bill knows discounts that no table does.</summary>
public sealed class Cost
{
    /// <summary>The reason of an answer that was not made by a cmdlet.</summary>
    private const string NotPriced = "An answer came without its cost.";

    private const decimal Million = 1_000_000;

    /// <summary>The whole cost; null where a part of it is unknown, and then <see cref="Reason"/> says why.</summary>
    public decimal? Amount { get; set; }

    /// <summary>The sum of the parts whose prices are known; it is the least that the calls cost.</summary>
    public decimal KnownAmount { get; set; }

    /// <summary>The currency, as an ISO code.</summary>
    public string Currency { get; set; } = "USD";

    /// <summary>What was paid for: input, output, cacheRead, cacheWrite5m, cacheWrite1h, image.</summary>
    public ReadableList<CostPart> Parts { get; set; } = new([]);

    /// <summary>Why the whole cost is unknown; null where it is known.</summary>
    public string? Reason { get; set; }

    /// <summary>The tier whose prices were taken; null for the default one.</summary>
    public string? Tier { get; set; }

    /// <summary>Where the prices come from.</summary>
    public string? Source { get; set; }

    /// <summary>The day of the price table.</summary>
    public DateTime? TableDate { get; set; }

    /// <summary>How many calls are in it.</summary>
    public int Calls { get; set; } = 1;

    /// <summary>How many of the calls have a cost that is unknown in whole or in part.</summary>
    public int UnknownCalls { get; set; }

    // What has no amount has no currency either: the one it names is nobody's.
    private bool IsBlank => KnownAmount == 0 && Parts.Count == 0;

    /// <summary>A cost of nothing yet, to add calls to.</summary>
    public static Cost None() => new() { Amount = 0, Calls = 0 };

    /// <summary>Adds other calls; what is unknown of one is unknown of the sum.</summary>
    /// <param name="priced">Their cost; null where nobody priced them, which is unknown too.</param>
    public void Add(Cost? priced)
    {
        Cost other = priced ?? Unknown(NotPriced);
        bool isSameCurrency = IsBlank || other.IsBlank || Currency == other.Currency;
        if (IsBlank)
        {
            (Currency, Source, Tier, TableDate) = (other.Currency, other.Source, other.Tier, other.TableDate);
        }

        Calls += other.Calls;
        if (!isSameCurrency)
        {
            UnknownCalls += other.Calls;
            (Amount, Reason) = (null, $"The prices are in {Currency} and in {other.Currency}.");
            return;
        }

        UnknownCalls += other.UnknownCalls;
        Amount += other.Amount;
        KnownAmount += other.KnownAmount;
        Reason ??= other.Reason;
        Parts = CostPart.Sum(Parts, other.Parts);
    }

    /// <summary>The amount, with a dollar sign where it is in dollars; what is unknown says so.</summary>
    public override string ToString() => (Amount, KnownAmount) switch
    {
        ({ } amount, _) => CostText.Of(amount, Currency),
        (_, > 0) => $"{CostText.Of(KnownAmount, Currency)} + unknown",
        _ => "unknown",
    };

    /// <summary>Two costs together; null where nobody priced either, and unknown where nobody priced one.</summary>
    internal static Cost? Sum(Cost? left, Cost? right)
    {
        if (left is null && right is null)
        {
            return null;
        }

        Cost sum = None();
        sum.Add(left);
        sum.Add(right);
        return sum;
    }

    internal static Cost Unknown(string reason) => new() { Reason = reason, UnknownCalls = 1 };

    internal static decimal Of(long units, decimal pricePerMillion) => units * pricePerMillion / Million;
}
