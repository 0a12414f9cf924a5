using System.Globalization;
using System.Management.Automation;
using System.Xml;

namespace BedrockPS.Conversion;

/// <summary>Makes one value of an answer what its type wants; the session's culture plays no part.</summary>
internal static class ScalarConversion
{
    /// <summary>The value as one of the type.</summary>
    /// <exception cref="FormatException">It cannot be one.</exception>
    public static object To(object value, Type type, string path)
    {
        try
        {
            return value is string text ? OfText(text, type) : Engine(value, type);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or RuntimeException)
        {
            throw new FormatException($"{path}: the value is no {type.Name}", e);
        }
    }

    private static object OfText(string text, Type type) =>
        type == typeof(string) ? text
        : type == typeof(DateTime)
            ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
        : type == typeof(DateTimeOffset)
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : type == typeof(DateOnly) ? DateOnly.Parse(text, CultureInfo.InvariantCulture)
        : type == typeof(TimeOnly) ? TimeOnly.Parse(text, CultureInfo.InvariantCulture)
        : type == typeof(TimeSpan) ? ToTimeSpan(text)
        : type == typeof(Uri) ? new Uri(text, UriKind.RelativeOrAbsolute)
        : type == typeof(byte[]) ? Convert.FromBase64String(text)
        : type.IsEnum ? Enum.Parse(type, text, ignoreCase: true)
        : Engine(text, type);

    private static TimeSpan ToTimeSpan(string text) => text.Contains('P')
        ? XmlConvert.ToTimeSpan(text)
        : TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    private static object Engine(object value, Type type) =>
        LanguagePrimitives.ConvertTo(value, type, CultureInfo.InvariantCulture);
}
