using System.Globalization;

namespace BedrockPS.Usage;

/// <summary>Columns by day, in which series stand on one another.</summary>
internal static class ColumnChart
{
    private const double Width = 960;
    private const double Height = 300;
    private const double Left = 74;
    private const double Right = 20;
    private const double Bottom = 28;
    private const double Top = 12;
    private const int MostLabels = 12;

    public static string Draw(
        string title, IReadOnlyList<DateTime> days, IReadOnlyList<Series> series, Func<double, string> format)
    {
        Svg svg = new(Width, Height, title);
        double[] sums = [.. days.Select((_, day) => series.Sum(part => part.Values[day]))];
        Scale scale = Scale.To(sums.DefaultIfEmpty().Max());
        DrawTicks(svg, scale, format);
        double slot = (Width - Left - Right) / Math.Max(days.Count, 1);
        for (int day = 0; day < days.Count; day++)
        {
            (string Day, double Value, Series Part)[] parts =
                [.. series.Select(part => (Day(days[day]), part.Values[day], part)).Where(part => part.Item2 > 0)];
            DrawColumn(svg, scale, Left + (slot * day), slot, parts, format);
        }

        DrawDays(svg, days, slot);
        return svg.ToString();
    }

    private static void DrawTicks(Svg svg, Scale scale, Func<double, string> format)
    {
        foreach (double tick in scale.Ticks)
        {
            double y = Y(scale, tick);
            svg.Line(Left, y, Width - Right, y, "grid").Text(Left - 8, y + 4, format(tick), "end");
        }
    }

    private static void DrawColumn(
        Svg svg, Scale scale, double left, double slot, (string Day, double Value, Series Part)[] parts,
        Func<double, string> format)
    {
        double width = Math.Min(slot * 0.76, 64);
        double x = left + ((slot - width) / 2);
        double sum = 0;
        foreach ((string day, double value, Series part) in parts)
        {
            double top = Y(scale, sum + value);
            svg.Rect(x, top, width, Y(scale, sum) - top, part.Color, $"{day}, {part.Name}: {format(value)}");
            sum += value;
        }
    }

    private static void DrawDays(Svg svg, IReadOnlyList<DateTime> days, double slot)
    {
        int every = (days.Count + MostLabels - 1) / MostLabels;
        for (int day = 0; day < days.Count; day += Math.Max(every, 1))
        {
            svg.Text(Left + (slot * (day + 0.5)), Height - 8, Day(days[day]), "middle");
        }
    }

    private static double Y(Scale scale, double value) =>
        Height - Bottom - scale.At(value, Height - Bottom - Top);

    private static string Day(DateTime day) => day.ToString("MMM d", CultureInfo.InvariantCulture);
}
