using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using BedrockPS.StructuredOutput;

namespace BedrockPS.Conversion;

/// <summary>Reads the attributes that only the engine knows: the validation of PowerShell classes.</summary>
internal static class PowerShellFacts
{
    public static MemberFacts Of(PropertyInfo property)
    {
        MemberFacts facts = new();
        foreach (Attribute attribute in property.GetCustomAttributes())
        {
            Read(attribute, facts);
        }

        return facts;
    }

    private static void Read(Attribute attribute, MemberFacts facts)
    {
        switch (attribute)
        {
            case HiddenAttribute:
                facts.IsHidden = true;
                break;
            case AllowNullAttribute:
                facts.TakesNull = true;
                break;
            case ValidateSetAttribute set:
                facts.Values = [.. set.ValidValues];
                break;
            case ValidateRangeAttribute { MinRange: not null, MaxRange: not null } range:
                facts.Limits["minimum"] = Unwrapped.Of(range.MinRange);
                facts.Limits["maximum"] = Unwrapped.Of(range.MaxRange);
                break;
            case ValidateLengthAttribute length:
                facts.Limits["minLength"] = length.MinLength;
                facts.Limits["maxLength"] = length.MaxLength;
                break;
            case ValidateCountAttribute count:
                facts.ListLimits["minItems"] = count.MinLength;
                facts.ListLimits["maxItems"] = count.MaxLength;
                break;
            case ValidateNotNullOrEmptyAttribute:
                facts.Limits["minLength"] = facts.ListLimits["minItems"] = 1;
                break;
            case ValidatePatternAttribute pattern:
                ReadPattern(pattern, facts);
                break;
        }
    }

    // JSON Schema knows no pattern without case, which is what PowerShell means as a rule: the model is told of it, and
    // the property itself refuses what does not match.
    private static void ReadPattern(ValidatePatternAttribute pattern, MemberFacts facts)
    {
        if (pattern.Options.HasFlag(RegexOptions.IgnoreCase))
        {
            facts.Description = $"It matches the regular expression {pattern.RegexPattern}";
        }
        else
        {
            facts.Limits["pattern"] = pattern.RegexPattern;
        }
    }
}
