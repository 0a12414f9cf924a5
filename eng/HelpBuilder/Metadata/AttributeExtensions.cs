using System.Collections.ObjectModel;
using System.Reflection;

namespace BedrockPS.HelpBuilder.Metadata;

/// <summary>Reads PowerShell's attributes as data, since their classes are not loaded.</summary>
internal static class AttributeExtensions
{
    /// <summary>The attributes of one kind, by short name: <c>Parameter</c>, <c>ValidateRange</c>.</summary>
    public static IEnumerable<CustomAttributeData> Automation(this MemberInfo member, string name) =>
        member.GetCustomAttributesData()
            .Where(a => a.AttributeType.FullName == $"System.Management.Automation.{name}Attribute");

    /// <summary>A property that the attribute sets, or the default.</summary>
    public static T? Setting<T>(this CustomAttributeData attribute, string name) =>
        attribute.Setting(name) is { Value: T value } ? value : default;

    public static CustomAttributeTypedArgument? Setting(this CustomAttributeData attribute, string name)
    {
        foreach (CustomAttributeNamedArgument argument in attribute.NamedArguments)
        {
            if (argument.MemberName == name)
            {
                return argument.TypedValue;
            }
        }

        return null;
    }

    /// <summary>The constructor's arguments, arrays opened.</summary>
    public static IEnumerable<CustomAttributeTypedArgument> Arguments(this CustomAttributeData attribute) =>
        attribute.ConstructorArguments.SelectMany(Flatten);

    public static IEnumerable<CustomAttributeTypedArgument> Flatten(this CustomAttributeTypedArgument argument) =>
        argument.Value is ReadOnlyCollection<CustomAttributeTypedArgument> items ? items : [argument];
}
