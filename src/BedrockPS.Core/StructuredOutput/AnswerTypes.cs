using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;

namespace BedrockPS.StructuredOutput;

/// <summary>How types are taken apart: lists, dictionaries, and the members of everything else.</summary>
/// <param name="readFacts">Reads attributes that only an engine knows; null for none.</param>
public sealed class AnswerTypes(Func<PropertyInfo, MemberFacts>? readFacts = null)
{
    private static readonly Type[] Lists =
    [
        typeof(List<>), typeof(IList<>), typeof(ICollection<>), typeof(IEnumerable<>), typeof(IReadOnlyList<>),
        typeof(IReadOnlyCollection<>), typeof(HashSet<>), typeof(ISet<>), typeof(IReadOnlySet<>),
    ];

    private static readonly Type[] Dictionaries =
        [typeof(Dictionary<,>), typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>), typeof(SortedDictionary<,>)];

    private readonly Dictionary<Type, IReadOnlyList<AnswerMember>> _members = [];

    /// <summary>The type of the items of a list; null where the type is no list.</summary>
    public static Type? ItemOf(Type type) =>
        type.IsSZArray && type != typeof(byte[]) ? type.GetElementType()
        : IsOneOf(type, Lists) ? type.GenericTypeArguments[0]
        : type == typeof(ArrayList) || type == typeof(Array) ? typeof(object)
        : null;

    /// <summary>The type of the values of a dictionary with text for keys; null where the type is none.</summary>
    public static Type? ValueOf(Type type) =>
        IsOneOf(type, Dictionaries) && type.GenericTypeArguments[0] == typeof(string) ? type.GenericTypeArguments[1]
        : !type.IsGenericType && typeof(IDictionary).IsAssignableFrom(type) ? typeof(object)
        : null;

    /// <summary>Whether the type has a form as text that it reads itself, such as an IP address.</summary>
    public static bool IsTextual(Type type) =>
        type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true
        && type.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static, [typeof(string)]) is not null;

    /// <summary>
    /// Whether an instance can be made, by a constructor without parameters or with those of its members.
    /// </summary>
    public static bool CanBeMade(Type type) => type is { IsAbstract: false, IsInterface: false }
        && (type.IsValueType || type.GetConstructor(Type.EmptyTypes) is not null || ConstructorOf(type) is not null);

    /// <summary>The constructor whose parameters are members, for a type that has no other, such as a record.</summary>
    public static ConstructorInfo? ConstructorOf(Type type)
    {
        ConstructorInfo[] all = type.GetConstructors();
        return type.IsValueType || Array.Exists(all, constructor => constructor.GetParameters().Length == 0)
            ? null
            : all.OrderByDescending(constructor => constructor.GetParameters().Length).FirstOrDefault(constructor =>
                Array.TrueForAll(constructor.GetParameters(), parameter => FindProperty(type, parameter) is not null));
    }

    /// <summary>The property that a parameter of a constructor sets.</summary>
    public static PropertyInfo? FindProperty(Type type, ParameterInfo parameter) => type.GetProperty(
        parameter.Name ?? string.Empty, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);

    /// <summary>What a model can fill, in the order in which it is declared, base classes first.</summary>
    public IReadOnlyList<AnswerMember> MembersOf(Type type)
    {
        if (!_members.TryGetValue(type, out IReadOnlyList<AnswerMember>? members))
        {
            _members.Add(type, members = [.. FindMembers(type)]);
        }

        return members;
    }

    private static bool IsOneOf(Type type, Type[] definitions) =>
        type.IsGenericType && Array.IndexOf(definitions, type.GetGenericTypeDefinition()) >= 0;

    private IEnumerable<AnswerMember> FindMembers(Type type)
    {
        NullabilityInfoContext nullability = new();
        HashSet<string?> constructed =
        [
            .. ConstructorOf(type)?.GetParameters().Select(parameter => FindProperty(type, parameter)?.Name) ?? [],
        ];
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .OrderBy(property => Depth(property.DeclaringType)))
        {
            bool isFilled = property.SetMethod is { IsPublic: true } || constructed.Contains(property.Name);
            MemberFacts facts = AttributeFacts.Of(property).With(readFacts?.Invoke(property));
            if (isFilled && !facts.IsHidden && property.GetIndexParameters().Length == 0)
            {
                string name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name;
                yield return new AnswerMember(name, property, IsNullable(property, nullability, facts), facts);
            }
        }
    }

    // A PowerShell class says nothing of its references, and means that they are there.
    private static bool IsNullable(PropertyInfo property, NullabilityInfoContext nullability, MemberFacts facts) =>
        facts.TakesNull
        || Nullable.GetUnderlyingType(property.PropertyType) is not null
        || nullability.Create(property).WriteState == NullabilityState.Nullable;

    private static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);
}
