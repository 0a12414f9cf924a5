using System.Globalization;
using System.Management.Automation;

namespace BedrockPS.Conversion;

/// <summary>Takes a number as seconds, where a time span is wanted: PowerShell itself would take it as ticks.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DurationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Read(inputData);

    /// <summary>The time span that is meant.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It is no time, or a negative one.</exception>
    public static TimeSpan Read(object? value)
    {
        TimeSpan? span = Unwrapped.Of(value) switch
        {
            TimeSpan time => time,
            string text when TryNumber(text, out double seconds) => Seconds(seconds),
            string text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time) => time,
            IConvertible number and not string => Seconds(Convert.ToDouble(number, CultureInfo.InvariantCulture)),
            _ => null,
        };
        return span >= TimeSpan.Zero
            ? span.Value
            : throw new ArgumentTransformationMetadataException(
                $"'{value}' is no time to wait. Give seconds, such as 1.5, or a time span, such as '00:00:01.5'.");
    }

    private static TimeSpan? Seconds(double seconds) =>
        seconds is >= 0 and <= int.MaxValue ? TimeSpan.FromSeconds(seconds) : null;

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
