namespace BedrockPS.Benchmarks.Harness;

/// <summary>Prints rows under their headings, each column as wide as its widest cell.</summary>
internal static class Table
{
    private static readonly string[] Headings = ["name", "ours", "other", "ratio", "target", "verdict"];

    public static void Write(TextWriter writer, IReadOnlyList<Row> rows)
    {
        List<string[]> lines = [Headings, .. rows.Select(Cells)];
        int[] widths = [.. Headings.Select((_, column) => lines.Max(line => line[column].Length))];
        lines.Insert(1, [.. widths.Select(width => new string('-', width))]);
        foreach (string[] line in lines)
        {
            writer.WriteLine(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    private static string[] Cells(Row row) => [row.Name, row.Ours, row.Other, row.Ratio, row.Target, row.Verdict];
}
