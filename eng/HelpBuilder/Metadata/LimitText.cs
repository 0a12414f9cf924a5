using System.Reflection;

namespace BedrockPS.HelpBuilder.Metadata;

/// <summary>Says in words what the validation attributes of a parameter allow.</summary>
internal static class LimitText
{
    private static readonly string[] Bounds =
        [.. new object[]
        {
            int.MinValue, int.MaxValue, long.MinValue, long.MaxValue, float.MinValue, float.MaxValue,
            double.MinValue, double.MaxValue, double.NegativeInfinity, double.PositiveInfinity,
        }.Select(b => FormattableString.Invariant($"{b}"))];

    public static IEnumerable<string> Of(PropertyInfo property)
    {
        IEnumerable<string> limits = property.GetCustomAttributesData().Select(OfOne).OfType<string>();
        return Values(property) is { Count: > 0 } values
            ? limits.Append($"Values: {string.Join(", ", values)}.")
            : limits;
    }

    /// <summary>The words that a parameter takes, when the list is closed.</summary>
    public static IReadOnlyList<string> Values(PropertyInfo property)
    {
        Type type = TypeNames.Element(property.PropertyType);
        IEnumerable<CustomAttributeData> sets = property.Automation("ValidateSet");
        string[] allowed = [.. sets.SelectMany(s => s.Arguments()).Select(ConstantText.Of)];
        return allowed.Length > 0 || !type.IsEnum
            ? allowed
            : [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.Name)];
    }

    private static string? OfOne(CustomAttributeData attribute)
    {
        string[] values = [.. attribute.Arguments().Select(ConstantText.Of)];
        return (attribute.AttributeType.FullName, values) switch
        {
            ("System.Management.Automation.ValidateRangeAttribute", [string low, string high]) => Range(low, high),
            ("System.Management.Automation.ValidateRangeAttribute", [string kind]) => $"Range: {kind}.",
            ("System.Management.Automation.ValidateCountAttribute", [string low, string high]) =>
                $"Count: {Between(low, high)}.",
            ("System.Management.Automation.ValidateLengthAttribute", [string low, string high]) =>
                $"Length: {Between(low, high)} characters.",
            ("System.Management.Automation.ValidatePatternAttribute", [string pattern]) => $"Pattern: {pattern}",
            _ => null,
        };
    }

    private static string Range(string low, string high) => $"Range: {Between(low, high)}.";

    // A bound that is the end of the type is no bound.
    private static string Between(string low, string high) => (Bounds.Contains(low), Bounds.Contains(high)) switch
    {
        _ when low == high => low,
        (false, true) => $"{low} or more",
        (true, false) => $"{high} or less",
        _ => $"{low} to {high}",
    };
}
