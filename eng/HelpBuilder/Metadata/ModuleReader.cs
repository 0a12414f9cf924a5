using System.Reflection;
using BedrockPS.HelpBuilder.Documentation;
using BedrockPS.HelpBuilder.Model;

namespace BedrockPS.HelpBuilder.Metadata;

/// <summary>Reads all public cmdlets of an assembly, with their doc comments.</summary>
internal static class ModuleReader
{
    public static IReadOnlyList<CommandHelp> Read(Options options)
    {
        DocFiles docs = new(options.Documentation);
        try
        {
            using MetadataScope scope = new(options.Assembly, options.Reference);
            return Read(scope.Assembly, docs);
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or TypeLoadException)
        {
            throw new UsageException($"a reference is missing (see --reference): {e.Message}");
        }
    }

    private static CommandHelp[] Read(Assembly assembly, DocFiles docs)
    {
        CmdletClass[] cmdlets = [.. assembly.GetExportedTypes().Select(CmdletClass.From).OfType<CmdletClass>()];
        CommandReader reader = new(docs, new CrefNames(Names(cmdlets)));
        return [.. cmdlets.OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Select(reader.Read)];
    }

    // What a comment calls a class or a property, a user knows as a cmdlet or a parameter.
    private static Dictionary<string, string> Names(IEnumerable<CmdletClass> cmdlets)
    {
        Dictionary<string, string> names = [];
        foreach (CmdletClass cmdlet in cmdlets)
        {
            names[DocIds.Of(cmdlet.Type)] = cmdlet.Name;
            foreach (PropertyInfo property in cmdlet.Properties)
            {
                names[DocIds.Of(property)] = "-" + property.Name;
            }
        }

        return names;
    }
}
