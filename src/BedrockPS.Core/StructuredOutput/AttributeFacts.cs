using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization;

namespace BedrockPS.StructuredOutput;

/// <summary>Reads the attributes of the base class library.</summary>
internal static class AttributeFacts
{
    public static MemberFacts Of(MemberInfo member)
    {
        MemberFacts facts = new() { Description = DescriptionOf(member) };
        foreach (Attribute attribute in member.GetCustomAttributes())
        {
            Read(attribute, facts);
        }

        return facts;
    }

    /// <summary>What a type or a member is said to be.</summary>
    public static string? DescriptionOf(MemberInfo member) =>
        member.GetCustomAttribute<DescriptionAttribute>()?.Description is { Length: > 0 } text
            ? text
            : member.GetCustomAttribute<DisplayAttribute>()?.GetDescription();

    private static void Read(Attribute attribute, MemberFacts facts)
    {
        switch (attribute)
        {
            case JsonIgnoreAttribute { Condition: JsonIgnoreCondition.Always }:
                facts.IsHidden = true;
                break;
            case RangeAttribute { Minimum: int or double } range:
                facts.Limits[range.MinimumIsExclusive ? "exclusiveMinimum" : "minimum"] = range.Minimum;
                facts.Limits[range.MaximumIsExclusive ? "exclusiveMaximum" : "maximum"] = range.Maximum;
                break;
            case RegularExpressionAttribute expression:
                facts.Limits["pattern"] = $"^(?:{expression.Pattern})$";
                break;
            case StringLengthAttribute length:
                facts.Limits["minLength"] = length.MinimumLength;
                facts.Limits["maxLength"] = length.MaximumLength;
                break;
            case MinLengthAttribute least:
                facts.Limits["minLength"] = facts.ListLimits["minItems"] = least.Length;
                break;
            case MaxLengthAttribute most:
                facts.Limits["maxLength"] = facts.ListLimits["maxItems"] = most.Length;
                break;
            case AllowedValuesAttribute allowed:
                facts.Values = allowed.Values;
                break;
            case EmailAddressAttribute:
                facts.Limits["format"] = "email";
                break;
        }
    }
}
