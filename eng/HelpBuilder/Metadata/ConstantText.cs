using System.Globalization;
using System.Reflection;

namespace BedrockPS.HelpBuilder.Metadata;

/// <summary>Writes constants as a PowerShell user reads them.</summary>
internal static class ConstantText
{
    public static string Of(CustomAttributeTypedArgument argument) =>
        string.Join(", ", argument.Flatten().Select(OfOne));

    private static string OfOne(CustomAttributeTypedArgument argument) => argument.Value switch
    {
        null => "$null",
        Type type => TypeNames.Short(type),
        object value when argument.ArgumentType.IsEnum => EnumName(argument.ArgumentType, value),
        object value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string EnumName(Type type, object value) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .FirstOrDefault(f => Equals(f.GetRawConstantValue(), value))?.Name
        ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
