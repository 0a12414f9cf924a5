namespace BedrockPS.Usage;

/// <summary>Bars that lie on one another, with their names before and their values behind.</summary>
internal static class BarChart
{
    private const double Width = 960;
    private const double Row = 30;
    private const double Left = 360;
    private const double Right = 130;

    public static string Draw(
        string title, IReadOnlyList<(string Name, double Value)> rows, string color, Func<double, string> format)
    {
        Svg svg = new(Width, (Row * rows.Count) + 4, title);
        double most = rows.Select(row => row.Value).DefaultIfEmpty().Max();
        for (int i = 0; i < rows.Count; i++)
        {
            double y = Row * i;
            double length = most > 0 ? rows[i].Value / most * (Width - Left - Right) : 0;
            svg.Text(Left - 12, y + 20, rows[i].Name, "end", "name")
                .Rect(Left, y + 5, Math.Max(length, 1), Row - 10, color, $"{rows[i].Name}: {format(rows[i].Value)}")
                .Text(Left + Math.Max(length, 1) + 8, y + 20, format(rows[i].Value));
        }

        return svg.ToString();
    }
}
