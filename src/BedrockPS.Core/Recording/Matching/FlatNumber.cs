using System.Globalization;
using System.Text.Json;

namespace BedrockPS.Recording;

/// <summary>A number without its form: 1, 1.0 and 1e0 are the same.</summary>
internal static class FlatNumber
{
    // Dividing by a one with all its digits takes trailing zeros off a decimal.
    private const decimal One = 1.0000000000000000000000000000m;

    public static string Of(JsonElement number)
    {
        string text = number.GetRawText();
        if (text.AsSpan().TrimStart('-').IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return text;
        }

        if (number.TryGetDecimal(out decimal exact) && IsExact(exact, number))
        {
            return (exact / One).ToString(CultureInfo.InvariantCulture);
        }

        return number.TryGetDouble(out double wide) && double.IsFinite(wide)
            ? wide.ToString("R", CultureInfo.InvariantCulture)
            : text;
    }

    // Below its last digit a decimal is 0, which 1e-40 is not.
    private static bool IsExact(decimal value, JsonElement number) =>
        value != 0 || (number.TryGetDouble(out double wide) && wide == 0);
}
