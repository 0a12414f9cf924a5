using System.Globalization;

namespace BedrockPS.Usage;

/// <summary>Numbers as a report writes them.</summary>
internal static class ReportText
{
    private const string NoBreakSpace = "\u00a0";

    public static string Count(double value) => value switch
    {
        >= 999.5e6 => Short(value / 1e9) + NoBreakSpace + "bn",
        >= 999.5e3 => Short(value / 1e6) + NoBreakSpace + "M",
        >= 1e4 => Short(value / 1e3) + NoBreakSpace + "k",
        _ => Format(value, "#,0.##"),
    };

    public static string Whole(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Seconds(double milliseconds) => Format(milliseconds / 1000, "0.##") + NoBreakSpace + "s";

    public static string Money(double amount, string currency) => CostText.Of((decimal)amount, currency);

    /// <summary>Writes the marks of an axis with one number of digits.</summary>
    public static Func<double, string> MoneyUpTo(double most, string currency) => most < 1
        ? amount => Money(amount, currency)
        : amount => currency == "USD" ? "$" + Format(amount, "#,0.00") : $"{Format(amount, "#,0.00")} {currency}";

    public static string Share(double part, double whole) =>
        whole <= 0 ? "0" + NoBreakSpace + "%" : Format(part / whole * 100, "0.#") + NoBreakSpace + "%";

    // Three digits that count: more are noise to whoever compares two numbers.
    private static string Short(double value) => Format(
        value, value >= 99.95 ? "#,0" : value >= 9.995 ? "0.#" : "0.##");

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
