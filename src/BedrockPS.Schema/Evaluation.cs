using System.Globalization;
using System.Text.Json;
using System.Xml;
using Json.Schema;
using ResultForm = Json.Schema.OutputFormat;

namespace BedrockPS.Schema;

/// <summary>How schemas are applied.</summary>
internal static class Evaluation
{
    /// <summary>Formats count, and messages are in English whatever the culture of the session.</summary>
    public static EvaluationOptions Options { get; } = new()
    {
        OutputFormat = ResultForm.Hierarchical,
        RequireFormatValidation = true,
        Culture = CultureInfo.InvariantCulture,
        FormatRegistry = CreateFormats(),
    };

    // Models leave the offset out, and write spans of time as .NET does. Both can be read without a doubt, so a second
    // call to have them written otherwise would be paid for nothing.
    private static FormatRegistry CreateFormats()
    {
        FormatRegistry formats = new();
        formats.Register(new PredicateFormat("date-time", value => IsText(value, IsTime)));
        formats.Register(new PredicateFormat("duration", value => IsText(value, IsSpan)));
        return formats;
    }

    private static bool IsText(JsonElement value, Func<string, bool> isGood) =>
        value.ValueKind != JsonValueKind.String || isGood(value.GetString()!);

    private static bool IsTime(string text) => text.Length >= 10 && char.IsAsciiDigit(text[0])
        && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset _);

    private static bool IsSpan(string text)
    {
        try
        {
            _ = text.Contains('P') ? XmlConvert.ToTimeSpan(text) : TimeSpan.Parse(text, CultureInfo.InvariantCulture);
            return true;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return false;
        }
    }
}
