using System.Globalization;

namespace BedrockPS.Usage;

/// <summary>The parts of a report's page.</summary>
internal static class ReportPage
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c2330; --soft: #5b6472; --line: #e3e6eb;
          --card: #fff; --page: #f5f6f8; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e8eaee; --soft: #a2a9b5; --line: #333a46; --card: #1d222b; --page: #14181f; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 1100px; padding: 28px 24px 48px; background: var(--page); color: var(--ink);
          font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        h1 { margin: 0; font-size: 26px; } h2 { margin: 0 0 12px; font-size: 17px; }
        header p, .note, .empty { color: var(--soft); margin: 4px 0 20px; }
        .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 14px;
          margin-bottom: 18px; }
        .card, section { background: var(--card); border: 1px solid var(--line); border-radius: 10px;
          padding: 16px 18px; }
        .card b { display: block; font-size: 22px; line-height: 1.35; white-space: nowrap; }
        .card span { color: var(--soft); font-size: 13px; }
        section { margin-bottom: 18px; break-inside: avoid; overflow-x: auto; }
        svg { width: 100%; height: auto; display: block; } svg text { fill: var(--soft); font-size: 12px; }
        svg text.name { fill: var(--ink); } svg .grid { stroke: var(--line); }
        svg .range { stroke: var(--soft); stroke-width: 3; }
        .legend { display: flex; flex-wrap: wrap; gap: 6px 18px; margin-top: 10px; }
        .legend span { font-size: 13px; color: var(--soft); }
        .legend i { display: inline-block; width: 11px; height: 11px; border-radius: 2px; margin-right: 6px; }
        table { border-collapse: collapse; width: 100%; font-size: 14px; }
        td, th { padding: 7px 10px; text-align: right; border-bottom: 1px solid var(--line); }
        th { color: var(--soft); font-weight: 600; border-bottom-width: 2px; }
        tfoot td { font-weight: 600; border-bottom: 0; }
        td:first-child, th:first-child { text-align: left; padding-left: 0; overflow-wrap: anywhere; }
        """;

    public static string Wrap(string title, string body) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Svg.Encode(title)}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        {body}
        </body>
        </html>

        """;

    public static string Cards(UsageSummary total) => $"""
        <div class="cards">
        {Card(total.CostText, "cost by the price table")}
        {Card(ReportText.Whole(total.Calls), "calls")}
        {Card(ReportText.Count(AllRead(total)), "tokens read, cache included")}
        {Card(ReportText.Count(total.OutputTokens), "tokens answered")}
        {Card(total.LatencyP50Ms is { } median ? ReportText.Seconds(median) : "–", "median latency")}
        {Card(ReportText.Share(total.Failed, total.Calls), "of the calls failed")}
        </div>

        """;

    public static string Section(string title, string chart, IReadOnlyList<Series> legend)
    {
        string names = string.Concat(legend.Select(part => Key(part.Color, part.Name)));
        return $"<section><h2>{Svg.Encode(title)}</h2>\n{chart}\n<div class=\"legend\">{names}</div></section>\n";
    }

    public static string LatencySection(string chart) =>
        $"<section><h2>Latency by model</h2>\n{chart}\n<div class=\"legend\">"
        + Key(Series.Colors[2], "median") + Key(Series.Colors[1], "95 of 100 calls are faster")
        + Key(Series.Colors[5], "99 of 100 calls are faster") + "</div></section>\n";

    public static string Notes(UsageSummary total)
    {
        string unknown = total.UnknownCalls > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The cost of {total.UnknownCalls:#,0} {(total.UnknownCalls == 1 ? "call" : "calls")} is unknown in "
                + $"whole or in part, and not in the sums. ")
            : string.Empty;
        return $"<p class=\"note\">{unknown}Costs are reckoned from public list prices; the bill knows discounts "
            + "and taxes. Days are days by UTC. Made by BedrockPS.</p>\n";
    }

    private static long AllRead(UsageSummary total) =>
        total.InputTokens + total.CacheReadTokens + total.CacheWriteTokens;

    private static string Card(string value, string name) =>
        $"<div class=\"card\"><b>{Svg.Encode(value)}</b><span>{Svg.Encode(name)}</span></div>";

    private static string Key(string color, string name) =>
        $"<span><i style=\"background:{color}\"></i>{Svg.Encode(name)}</span>";
}
