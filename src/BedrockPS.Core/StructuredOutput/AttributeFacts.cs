using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization;

namespace BedrockPS.StructuredOutput;

/// <summary>Reads the attributes of the base class library.</summary>
internal static class AttributeFacts
{
    public static MemberFacts Of(PropertyInfo property)
    {
        MemberFacts facts = new() { Description = DescriptionOf(property) };
        bool isList = AnswerTypes.ItemOf(property.PropertyType) is not null;
        foreach (Attribute attribute in property.GetCustomAttributes())
        {
            Read(attribute, facts, isList);
        }

        return facts;
    }

    /// <summary>What a type or a member is said to be.</summary>
    public static string? DescriptionOf(MemberInfo member) =>
        member.GetCustomAttribute<DescriptionAttribute>()?.Description is { Length: > 0 } text
            ? text
            : member.GetCustomAttribute<DisplayAttribute>()?.GetDescription();

    private static void Read(Attribute attribute, MemberFacts facts, bool isList)
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
                Limit(facts, isList, "min", least.Length);
                break;
            case MaxLengthAttribute most:
                Limit(facts, isList, "max", most.Length);
                break;
            case AllowedValuesAttribute allowed:
                facts.Values = allowed.Values;
                break;
            case EmailAddressAttribute:
                facts.Limits["format"] = "email";
                break;
        }
    }

    private static void Limit(MemberFacts facts, bool isList, string which, int length)
    {
        if (isList)
        {
            facts.ListLimits[which + "Items"] = length;
        }
        else
        {
            facts.Limits[which + "Length"] = length;
        }
    }
}
