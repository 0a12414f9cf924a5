using System.Reflection;

namespace BedrockPS.HelpBuilder.Documentation;

/// <summary>The names under which the compiler files doc comments.</summary>
internal static class DocIds
{
    public static string Of(Type type) => "T:" + Path(type);

    public static string Of(PropertyInfo property) => $"P:{Path(property.DeclaringType!)}.{property.Name}";

    // Comments are written on the definition, never on one construction of it.
    private static string Path(Type type)
    {
        Type definition = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
        return definition.FullName!.Replace('+', '.');
    }
}
