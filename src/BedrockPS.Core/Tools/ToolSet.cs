using System.Collections;
using System.Collections.Specialized;
using BedrockPS.Http;

namespace BedrockPS.Tools;

/// <summary>The tools of one exchange: what the model is told of them, and which one it means.</summary>
public sealed class ToolSet
{
    private readonly IReadOnlyList<Tool> _tools;
    private readonly HashSet<string> _raw;

    /// <summary>Puts tools together.</summary>
    /// <param name="tools">Tools of this module.</param>
    /// <param name="given">Further tools in the service's shape; their calls come back to the user.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: two have one name.</exception>
    public ToolSet(IReadOnlyList<Tool> tools, ToolConfiguration? given)
    {
        _tools = tools;
        _raw = [.. NamesOf(given)];
        ToolName.CheckDistinct([.. tools.Select(tool => tool.Name), .. _raw]);
    }

    /// <summary>The names of all tools, for a message.</summary>
    public string Names => string.Join(", ", _tools.Select(tool => tool.Name).Concat(_raw));

    /// <summary>Whether any of them can be run here.</summary>
    public bool CanRun => _tools.Any(tool => tool.IsRunnable);

    /// <summary>The tool of this name; null where there is none that can be run here.</summary>
    /// <remarks>The model writes the name as it was told; another case would be another tool.</remarks>
    public Tool? FindRunnable(string name) =>
        _tools.FirstOrDefault(tool => tool.IsRunnable && tool.Name.Equals(name, StringComparison.Ordinal));

    /// <summary>Whether a call of this name is for the user to answer.</summary>
    public bool IsForUser(string name) => _raw.Contains(name)
        || _tools.Any(tool => !tool.IsRunnable && tool.Name.Equals(name, StringComparison.Ordinal));

    /// <summary>What the request says of the tools; null where there are none.</summary>
    /// <param name="given">Further tools in the service's shape.</param>
    /// <param name="choice"><c>auto</c>, <c>any</c>, or a tool's name; null to leave it to the model.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: the choice names no tool.</exception>
    public ToolConfiguration? ToConfiguration(ToolConfiguration? given, string? choice)
    {
        if (_tools.Count == 0 && choice is null)
        {
            return given;
        }

        return new ToolConfiguration
        {
            Tools = [.. _tools.Select(tool => tool.ToSpecification()), .. given?.Tools ?? []],
            ToolChoice = choice is null ? given?.ToolChoice : Choice(choice),
            Other = given?.Other,
        };
    }

    private OrderedDictionary Choice(string choice)
    {
        string word = choice.ToLowerInvariant();
        if (word is "auto" or "any")
        {
            return new OrderedDictionary { [word] = new OrderedDictionary() };
        }

        string? name = _tools.Select(tool => tool.Name).Concat(_raw)
            .FirstOrDefault(tool => tool.Equals(choice, StringComparison.OrdinalIgnoreCase));
        return name is not null
            ? new OrderedDictionary { ["tool"] = new OrderedDictionary { ["name"] = name } }
            : throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"-ToolChoice '{choice}' is neither auto nor any nor a tool that was given: "
                + $"{(Names.Length == 0 ? "there is none" : Names)}.");
    }

    private static IEnumerable<string> NamesOf(ToolConfiguration? given) => (given?.Tools ?? [])
        .OfType<IDictionary>()
        .Select(tool => (tool["toolSpec"] ?? tool["ToolSpec"]) as IDictionary)
        .Select(specification => (specification?["name"] ?? specification?["Name"]) as string)
        .OfType<string>();
}
