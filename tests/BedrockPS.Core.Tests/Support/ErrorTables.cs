using System.Globalization;

namespace BedrockPS.Tests;

/// <summary>The tables of docs/errors.md: what users are told is what the tests check.</summary>
internal static class ErrorTables
{
    private static readonly string[] Lines =
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "errors.md"));

    public static IReadOnlyList<(string Id, int Status, string InStream, string When, bool Retried, int Sends)>
        Service { get; } =
        [
            .. Read("Error id", "HTTP", "In a stream", "When", "Category", "Tried again", "Sends", "What to do")
                .Select(row => (row[0], Number(row[1]), row[2].Trim('–'), row[3], row[5] == "yes", Number(row[6]))),
        ];

    public static IReadOnlyList<(int Status, string Id)> Statuses { get; } =
        [.. Read("HTTP status without a code", "Error id").Select(row => (Number(row[0]), row[1]))];

    public static IReadOnlyList<(string Id, bool Retried)> Client { get; } =
        [.. Read("Error id", "When", "Category", "Tried again", "What to do").Select(row => (row[0], row[3] == "yes"))];

    public static IReadOnlyList<
        (string Fault, string Call, string Id, string Says, int Attempts, int Arrive, string After)>
        Faults { get; } =
        [
            .. Read("Fault", "Call", "Error id", "The message says", "Attempts", "Arrive", "After")
                .Select(row => (row[0], row[1], row[2], row[3], Number(row[4]), Number(row[5]), row[6])),
        ];

    // The only table with these columns, each row as the text of its cells.
    private static IEnumerable<string[]> Read(params string[] columns)
    {
        int start = Assert.Single(Enumerable.Range(0, Lines.Length), line => Cells(Lines[line]).SequenceEqual(columns));
        return Lines.Skip(start + 2).TakeWhile(line => line.StartsWith('|')).Select(Cells);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Cells(string line) => line.StartsWith('|')
        ? [.. line[1..^1].Split('|').Select(cell => cell.Replace("`", "", StringComparison.Ordinal).Trim())]
        : [];
}
