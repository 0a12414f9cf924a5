using System.Globalization;
using System.Text;
using BedrockPS.Http;
using BedrockPS.Storage;

namespace BedrockPS.Usage;

/// <summary>A page about what calls used, in one file that needs no other and no network.</summary>
public sealed class UsageReport
{
    private const int MostModels = 6;

    private readonly ReportData _data = new();

    /// <summary>The page's title.</summary>
    public string Title { get; init; } = "Amazon Bedrock: usage and cost";

    /// <summary>When the page was made.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Adds a call.</summary>
    public void Add(UsageEntry entry) => _data.Add(entry);

    /// <summary>Writes the page.</summary>
    /// <exception cref="BedrockException"><c>UsageLogFailed</c>: the file cannot be written.</exception>
    public void Save(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WholeFile.Write(path, Encoding.UTF8.GetBytes(ToHtml()));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BedrockException(
                ClientErrorCode.UsageLogFailed, $"The report '{path}' cannot be written: {e.Message}", e);
        }
    }

    /// <summary>The page.</summary>
    public string ToHtml()
    {
        StringBuilder body = new();
        body.Append(CultureInfo.InvariantCulture, $"<header><h1>{Svg.Encode(Title)}</h1><p>{Span()}</p></header>\n");
        if (_data.Total is { } total)
        {
            body.Append(ReportPage.Cards(total));
            AddCharts(body, total);
            body.Append(new ReportTable(total).Draw(_data.Models));
            body.Append(ReportPage.Notes(total));
        }
        else
        {
            body.Append("<p class=\"empty\">There were no calls.</p>");
        }

        return ReportPage.Wrap(Title, body.ToString());
    }

    private string Span()
    {
        string made = MadeAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return _data.Total is { } total
            ? $"{total.First.UtcDateTime:yyyy-MM-dd} to {total.Last.UtcDateTime:yyyy-MM-dd} (UTC), made {made}"
            : $"made {made}";
    }

    private void AddCharts(StringBuilder body, UsageSummary total)
    {
        IReadOnlyList<DateTime> days = _data.Days;
        Series[] costs = CostsByModel(days);
        Series[] tokens = TokensByKind(days);
        body.Append(ReportPage.Section(
            "Cost by day and model",
            ColumnChart.Draw(
                "Cost by day and model", days, costs, ReportText.MoneyUpTo((double)total.KnownCost, total.Currency)),
            costs));
        body.Append(ReportPage.Section(
            "Tokens by day", ColumnChart.Draw("Tokens by day", days, tokens, ReportText.Count), tokens));
        body.Append(ReportPage.LatencySection(LatencyChart.Draw(_data.Models)));
        if (_data.Errors.Count > 0)
        {
            (string, double)[] errors = [.. _data.Errors.Select(error => (error.Code, (double)error.Count))];
            body.Append(ReportPage.Section(
                $"Errors: {ReportText.Whole(total.Failed)} of {ReportText.Whole(total.Calls)} calls",
                BarChart.Draw("Errors", errors, Series.Colors[5], ReportText.Count),
                []));
        }
    }

    private Series[] CostsByModel(IReadOnlyList<DateTime> days)
    {
        ILookup<(DateTime, string), UsageSummary> cells = _data.ByDayAndModel;
        string[] models = [.. _data.Models.Select(model => model.ModelId ?? string.Empty)];
        IEnumerable<string[]> groups = models.Length <= MostModels + 1
            ? models.Select(model => new[] { model })
            : models.Take(MostModels).Select(model => new[] { model }).Append(models[MostModels..]);
        return
        [
            .. groups.Select((group, index) => new Series(
                group.Length == 1 ? group[0] : $"{group.Length} others",
                Series.Colors[index],
                [.. days.Select(day => group.Sum(model => cells[(day, model)].Sum(cell => (double)cell.KnownCost)))])),
        ];
    }

    private Series[] TokensByKind(IReadOnlyList<DateTime> days)
    {
        ILookup<DateTime, UsageSummary> sums = _data.ByDay;
        Series[] kinds =
        [
            Of("Read", 0, day => day.InputTokens),
            Of("Read from the cache", 4, day => day.CacheReadTokens),
            Of("Written to the cache", 3, day => day.CacheWriteTokens),
            Of("Answered", 1, day => day.OutputTokens),
        ];
        return Array.FindAll(kinds, kind => kind.Values.Any(value => value > 0));

        Series Of(string name, int color, Func<UsageSummary, long> value) =>
            new(name, Series.Colors[color], [.. days.Select(day => (double)sums[day].Sum(value))]);
    }
}
