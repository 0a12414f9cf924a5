using System.Collections;
using System.Globalization;

namespace BedrockPS.StructuredOutput;

/// <summary>What a schema refers to: only parts of itself, since nothing is fetched.</summary>
internal static class SchemaReferences
{
    private const string Keyword = "$ref";

    /// <summary>References that lead nowhere, each as a JSON path and a sentence.</summary>
    public static IReadOnlyList<string> FindBroken(IDictionary root)
    {
        List<string> broken = [];
        SchemaCopy.Of(root, (path, schema) =>
        {
            if (schema[Keyword] is string reference && Resolve(root, reference) is null)
            {
                broken.Add($"{path}.{Keyword}: '{reference}' leads nowhere in this schema");
            }
        });
        return broken;
    }

    /// <summary>Whether a part of the schema contains itself.</summary>
    public static bool IsRecursive(IDictionary root) => RecursionIn(root, root, [], []);

    /// <summary>The part that a reference names; null where there is none.</summary>
    public static object? Resolve(IDictionary root, string reference)
    {
        if (!reference.StartsWith('#'))
        {
            return null;
        }

        object? at = root;
        foreach (string part in reference[1..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            string name = Uri.UnescapeDataString(part).Replace("~1", "/").Replace("~0", "~");
            at = at switch
            {
                IDictionary members when members.Contains(name) => members[name],
                IList items when int.TryParse(name, CultureInfo.InvariantCulture, out int i) && i < items.Count =>
                    items[i],
                _ => null,
            };
        }

        return at;
    }

    // "on" holds the way from the root to here, "done" what was looked into before.
    private static bool RecursionIn(IDictionary root, IDictionary part, HashSet<string> on, HashSet<string> done)
    {
        foreach (string reference in ReferencesIn(part).Where(reference => !done.Contains(reference)))
        {
            if (!on.Add(reference)
                || (Resolve(root, reference) is IDictionary target && RecursionIn(root, target, on, done)))
            {
                return true;
            }

            on.Remove(reference);
            done.Add(reference);
        }

        return false;
    }

    private static List<string> ReferencesIn(IDictionary schema)
    {
        List<string> found = [];
        SchemaCopy.Of(schema, (_, part) =>
        {
            if (part[Keyword] is string reference)
            {
                found.Add(reference);
            }
        });
        return found;
    }
}
