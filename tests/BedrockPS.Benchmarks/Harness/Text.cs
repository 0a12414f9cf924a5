using System.Globalization;

namespace BedrockPS.Benchmarks.Harness;

/// <summary>Figures as text, the same in every culture.</summary>
internal static class Text
{
    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
