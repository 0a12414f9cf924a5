using System.Collections;

namespace BedrockPS.StructuredOutput;

/// <summary>Follows a schema beside a value.</summary>
public static class SchemaPaths
{
    // References that lead to each other without end were refused long before.
    private const int MaxSteps = 16;

    /// <summary>The schema that says what a value is: behind references, and beside "or null".</summary>
    /// <param name="root">The whole schema.</param>
    /// <param name="schema">A part of it.</param>
    /// <returns>The part; null where several are possible, or none is said.</returns>
    public static IDictionary? SchemaOf(IDictionary root, object? schema)
    {
        ArgumentNullException.ThrowIfNull(root);
        for (int i = 0; i < MaxSteps && schema is IDictionary members; i++)
        {
            object? next = members["$ref"] is string reference
                ? SchemaReferences.Resolve(root, reference)
                : (members["anyOf"] ?? members["oneOf"]) is IEnumerable options ? OnlyValue(options) : members;
            if (ReferenceEquals(next, members))
            {
                return members;
            }

            schema = next;
        }

        return null;
    }

    private static IDictionary? OnlyValue(IEnumerable options)
    {
        IDictionary[] values = [.. options.OfType<IDictionary>().Where(option => option["type"] is not "null")];
        return values.Length == 1 ? values[0] : null;
    }
}
