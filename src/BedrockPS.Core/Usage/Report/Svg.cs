using System.Globalization;
using System.Net;
using System.Text;

namespace BedrockPS.Usage;

/// <summary>Draws shapes and texts; numbers are written alike in every culture.</summary>
internal sealed class Svg
{
    private readonly StringBuilder _text = new();

    public Svg(double width, double height, string title) =>
        Add($"<svg viewBox=\"0 0 {N(width)} {N(height)}\" role=\"img\" aria-label=\"{Encode(title)}\">");

    public static string N(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    public static string Encode(string? text) => WebUtility.HtmlEncode(text) ?? string.Empty;

    public Svg Rect(double x, double y, double width, double height, string color, string tip) => Add(
        $"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" fill=\"{color}\">"
        + $"<title>{Encode(tip)}</title></rect>");

    public Svg Line(double x1, double y1, double x2, double y2, string kind) => Add(
        $"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" class=\"{kind}\"/>");

    public Svg Dot(double x, double y, string color, string tip) => Add(
        $"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"5\" fill=\"{color}\"><title>{Encode(tip)}</title></circle>");

    public Svg Text(double x, double y, string text, string anchor = "start", string kind = "") => Add(
        $"<text x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{anchor}\" class=\"{kind}\">{Encode(text)}</text>");

    public override string ToString() => _text + "</svg>";

    private Svg Add(string shape)
    {
        _text.Append(shape).Append('\n');
        return this;
    }
}
