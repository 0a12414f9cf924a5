namespace BedrockPS.Usage;

/// <summary>How long calls took: for each model a line from the median to the slowest of a hundred.</summary>
internal static class LatencyChart
{
    private const double Width = 960;
    private const double Row = 34;
    private const double Left = 360;
    private const double Right = 60;
    private const double Axis = 26;

    public static string Draw(IReadOnlyList<UsageSummary> models)
    {
        UsageSummary[] measured = [.. models.Where(model => model.LatencyP50Ms is not null)];
        double height = (Row * measured.Length) + Axis;
        Svg svg = new(Width, height, "Latency by model");
        Scale scale = Scale.To(measured.Select(model => (double)model.LatencyP99Ms!.Value).DefaultIfEmpty().Max());
        foreach (double tick in scale.Ticks)
        {
            svg.Line(X(scale, tick), 0, X(scale, tick), height - Axis, "grid")
                .Text(X(scale, tick), height - 8, ReportText.Seconds(tick), "middle");
        }

        for (int i = 0; i < measured.Length; i++)
        {
            DrawModel(svg, scale, measured[i], (Row * i) + (Row / 2));
        }

        return svg.ToString();
    }

    private static void DrawModel(Svg svg, Scale scale, UsageSummary model, double y)
    {
        (string Name, long Value, string Color)[] points =
        [
            ("median", model.LatencyP50Ms!.Value, Series.Colors[2]),
            ("95 of 100", model.LatencyP95Ms!.Value, Series.Colors[1]),
            ("99 of 100", model.LatencyP99Ms!.Value, Series.Colors[5]),
        ];
        svg.Text(Left - 12, y + 5, model.ModelId ?? "?", "end", "name")
            .Line(X(scale, points[0].Value), y, X(scale, points[2].Value), y, "range");
        foreach ((string name, long value, string color) in points)
        {
            svg.Dot(X(scale, value), y, color, $"{model.ModelId}, {name}: {ReportText.Seconds(value)}");
        }
    }

    private static double X(Scale scale, double value) => Left + scale.At(value, Width - Left - Right);
}
