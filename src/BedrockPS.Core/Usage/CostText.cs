using System.Globalization;

namespace BedrockPS;

/// <summary>Writes an amount of money for people: small ones with the digits that count.</summary>
internal static class CostText
{
    public static string Of(decimal amount, string currency)
    {
        string number = amount.ToString(Format(Math.Abs(amount)), CultureInfo.InvariantCulture);
        return currency == "USD" ? $"${number}" : $"{number} {currency}";
    }

    private static string Format(decimal amount) => amount switch
    {
        0 => "0",
        >= 1 => "#,0.00",
        >= 0.01m => "0.0000",
        >= 0.0001m => "0.00000",
        _ => "0.0000000",
    };
}
