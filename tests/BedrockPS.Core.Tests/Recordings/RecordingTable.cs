using Xunit.Abstractions;

namespace BedrockPS.Tests;

/// <summary>Counts, for each operation, what agreed with the independent parser, and lists what did not.</summary>
internal sealed class RecordingTable
{
    private readonly SortedDictionary<string, (int Agreed, int Not)> _rows = [];
    private readonly List<string> _disagreements = [];

    public IReadOnlyList<string> Disagreements => _disagreements;

    public int Agreed => _rows.Values.Sum(row => row.Agreed);

    public void Add<T>(Exchange exchange, T outcome, Func<Exchange, T, IEnumerable<string>> compare)
    {
        string[] differences = [.. compare(exchange, outcome)];
        string row = $"{exchange.Operation} {exchange.Status}";
        (int agreed, int not) = _rows.GetValueOrDefault(row);
        _rows[row] = differences.Length == 0 ? (agreed + 1, not) : (agreed, not + 1);
        _disagreements.AddRange(differences.Select(difference => $"{exchange.Key[..8]} {difference}"));
    }

    public void Write(ITestOutputHelper output)
    {
        foreach ((string row, (int agreed, int not)) in _rows)
        {
            output.WriteLine($"{row,-40} {agreed,5} agreed {not,5} not");
        }

        foreach (string difference in _disagreements)
        {
            output.WriteLine(difference);
        }
    }
}
