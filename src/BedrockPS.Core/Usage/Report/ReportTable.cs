using System.Globalization;

namespace BedrockPS.Usage;

/// <summary>The table of the models, the dearest first, with the sum of all below.</summary>
/// <param name="total">The sum of all.</param>
internal sealed class ReportTable(UsageSummary total)
{
    private bool HasCache => total.CacheReadTokens > 0;

    public string Draw(IReadOnlyList<UsageSummary> models)
    {
        string cache = HasCache ? "<th>From cache</th>" : string.Empty;
        string head = $"<tr><th>Model</th><th>Calls</th><th>Failed</th><th>Read</th>{cache}<th>Answered</th>"
            + "<th>Cost</th><th>Share</th></tr>";
        string rows = string.Concat(models.Select(model => Row(model, model.ModelId ?? "?")));
        return $"<section><h2>Models</h2><table><thead>{head}</thead>\n<tbody>\n{rows}</tbody>\n"
            + $"<tfoot>{Row(total, "All")}</tfoot></table></section>\n";
    }

    private string Row(UsageSummary sum, string name)
    {
        string?[] cells =
        [
            name, Whole(sum.Calls), Whole(sum.Failed), Whole(sum.InputTokens),
            HasCache ? Whole(sum.CacheReadTokens) : null, Whole(sum.OutputTokens), sum.CostText, Share(sum),
        ];
        return $"<tr>{string.Concat(cells.OfType<string>().Select(cell => $"<td>{Svg.Encode(cell)}</td>"))}</tr>\n";
    }

    private string Share(UsageSummary sum) =>
        total.KnownCost > 0 ? ReportText.Share((double)sum.KnownCost, (double)total.KnownCost) : "–";

    private static string Whole(IFormattable value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
