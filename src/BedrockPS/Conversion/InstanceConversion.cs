using System.Collections;
using System.Management.Automation;
using System.Reflection;
using BedrockPS.StructuredOutput;

namespace BedrockPS.Conversion;

/// <summary>Makes instances of .NET types and PowerShell classes of an answer's plain values.</summary>
/// <param name="types">How types are taken apart: as for their schema.</param>
internal sealed class InstanceConversion(AnswerTypes types)
{
    /// <summary>The instance.</summary>
    /// <param name="value">The plain value.</param>
    /// <param name="type">The type.</param>
    /// <param name="path">Where the value stands in the answer.</param>
    /// <exception cref="FormatException">A value cannot be one of the type; the message says where.</exception>
    public object? ToInstance(object? value, Type type, string path = "$")
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        return value is null ? NullOf(type, path)
            : bare == typeof(object) || bare == typeof(PSObject) || bare.Name == nameof(PSCustomObject)
                ? ObjectConversion.ToObject(value)
            : value is object?[] names && bare.IsEnum ? ScalarConversion.To(string.Join(',', names), bare, path)
            : value is object?[] items ? ToList(items, bare, path)
            : value is not IDictionary members ? ScalarConversion.To(value, bare, path)
            : AnswerTypes.ValueOf(bare) is { } inner ? ToDictionary(members, bare, inner, path)
            : ToObject(members, bare, path);
    }

    private static object? NullOf(Type type, string path) =>
        type.IsValueType && Nullable.GetUnderlyingType(type) is null
            ? throw new FormatException($"{path}: null is no {type.Name}")
            : null;

    private object ToList(object?[] items, Type type, string path)
    {
        Type itemType = AnswerTypes.ItemOf(type) ?? throw new FormatException($"{path}: a list is no {type.Name}");
        Array array = Array.CreateInstance(itemType, items.Length);
        for (int i = 0; i < items.Length; i++)
        {
            array.SetValue(ToInstance(items[i], itemType, $"{path}[{i}]"), i);
        }

        // An interface gets a list that can grow; a list or a set of its own is made of what is in it.
        Type made = type.IsInterface && type.Name != typeof(ISet<>).Name && type.Name != typeof(IReadOnlySet<>).Name
            ? typeof(List<>).MakeGenericType(itemType)
            : type.IsInterface ? typeof(HashSet<>).MakeGenericType(itemType) : type;
        return made.IsAssignableFrom(array.GetType()) ? array : Activator.CreateInstance(made, array)!;
    }

    private object ToDictionary(IDictionary members, Type type, Type valueType, string path)
    {
        Type made = !type.IsInterface ? type
            : type.IsGenericType ? typeof(Dictionary<,>).MakeGenericType(typeof(string), valueType)
            : typeof(Hashtable);
        IDictionary dictionary = (IDictionary)Activator.CreateInstance(made)!;
        foreach (DictionaryEntry member in members)
        {
            dictionary[member.Key] = ToInstance(member.Value, valueType, $"{path}.{member.Key}");
        }

        return dictionary;
    }

    private object ToObject(IDictionary members, Type type, string path)
    {
        Dictionary<string, AnswerMember> open = types.MembersOf(type).ToDictionary(member => member.Property.Name);
        object instance = Construct(members, type, open, path);
        foreach (AnswerMember member in open.Values.Where(member => members.Contains(member.Name)))
        {
            string at = $"{path}.{member.Name}";
            object? value = ToInstance(members[member.Name], member.Property.PropertyType, at);
            Try(at, () => { member.Property.SetValue(instance, value); return instance; });
        }

        return instance;
    }

    // What the constructor takes is set by it, and is no longer open.
    private object Construct(IDictionary members, Type type, Dictionary<string, AnswerMember> open, string path)
    {
        if (AnswerTypes.ConstructorOf(type) is not { } constructor)
        {
            return Try(path, () => Activator.CreateInstance(type)!);
        }

        List<object?> arguments = [];
        foreach (ParameterInfo parameter in constructor.GetParameters())
        {
            string property = AnswerTypes.FindProperty(type, parameter)!.Name;
            string name = open.Remove(property, out AnswerMember? member) ? member.Name : property;
            arguments.Add(ToInstance(members[name], parameter.ParameterType, $"{path}.{name}"));
        }

        return Try(path, () => constructor.Invoke([.. arguments]));
    }

    // A class may have its own mind about a value: a validated property, a setter or a constructor that throws.
    private static T Try<T>(string path, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner and not PipelineStoppedException)
        {
            throw new FormatException($"{path}: {inner.Message}", inner);
        }
    }
}
