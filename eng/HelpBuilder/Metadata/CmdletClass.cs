using System.Reflection;

namespace BedrockPS.HelpBuilder.Metadata;

/// <summary>A class that is a cmdlet, and the properties that are its parameters.</summary>
internal sealed class CmdletClass
{
    private readonly CustomAttributeData _attribute;

    private CmdletClass(Type type, CustomAttributeData attribute)
    {
        Type = type;
        _attribute = attribute;
        Properties = Parameters(type);
    }

    public Type Type { get; }

    public string Verb => (string)_attribute.ConstructorArguments[0].Value!;

    public string Noun => (string)_attribute.ConstructorArguments[1].Value!;

    public string Name => $"{Verb}-{Noun}";

    public string? DefaultSet => _attribute.Setting<string>("DefaultParameterSetName");

    public string? HelpUri => _attribute.Setting<string>("HelpUri");

    public bool AsksToProceed => _attribute.Setting<bool>("SupportsShouldProcess");

    /// <summary>In the engine's order: the class's own as declared, then those of its base, and so on.</summary>
    public IReadOnlyList<PropertyInfo> Properties { get; }

    /// <summary>The class as a cmdlet, or null if it is none.</summary>
    public static CmdletClass? From(Type type) =>
        type.IsAbstract || type.Automation("Cmdlet").SingleOrDefault() is not { } attribute
            ? null
            : new CmdletClass(type, attribute);

    private static PropertyInfo[] Parameters(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .OrderBy(p => Distance(type, p.DeclaringType!))
            .ThenBy(p => p.MetadataToken)
            .DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
            .Where(IsShown),
    ];

    private static bool IsShown(PropertyInfo property)
    {
        CustomAttributeData[] attributes = [.. property.Automation("Parameter")];
        return attributes.Length > 0 && !attributes.Any(a => a.Setting<bool>("DontShow"));
    }

    private static int Distance(Type type, Type ancestor) =>
        type == ancestor || type.BaseType is null ? 0 : 1 + Distance(type.BaseType, ancestor);
}
