using System.Collections.Specialized;

namespace BedrockPS.Tools;

/// <summary>Conversations that have used tools, and go on without them.</summary>
public static class ToolHistory
{
    private const string Gone = "It is no longer available. Do not use it.";

    /// <summary>
    /// The tools that earlier turns used: the service takes such turns only together with a declaration of tools.
    /// </summary>
    /// <returns>A declaration that says they are gone; null where no turn used one.</returns>
    public static ToolConfiguration? Declare(IEnumerable<Message> turns)
    {
        object?[] tools =
        [
            .. turns.SelectMany(ToolTurn.Asked)
                .Select(use => use.Name)
                .Distinct(StringComparer.Ordinal)
                .Select(name => new Tool { Name = name, Description = Gone, InputSchema = AnyObject() })
                .Select(tool => tool.ToSpecification()),
        ];
        return tools.Length == 0 ? null : new ToolConfiguration { Tools = tools };
    }

    private static OrderedDictionary AnyObject() => new() { ["type"] = "object" };
}
