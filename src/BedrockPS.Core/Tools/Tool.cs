using System.Collections.Specialized;

namespace BedrockPS;

/// <summary>A tool that a model may ask for; without a command behind it, its calls come back to the user.</summary>
public class Tool
{
    /// <summary>The name by which the model asks for it: letters, digits, '_' and '-', 64 at most.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>What it does, in words for the model.</summary>
    public string? Description { get; set; }

    /// <summary>The JSON Schema of its arguments, as plain values.</summary>
    public object? InputSchema { get; set; }

    /// <summary>What runs it, for a person to read; null where its calls come back to the user.</summary>
    public virtual string? Command => null;

    /// <summary>Whether it can be run here.</summary>
    public virtual bool IsRunnable => false;

    /// <summary>Whether it only looks: it runs without a question.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The tool in the service's shape.</summary>
    internal OrderedDictionary ToSpecification()
    {
        OrderedDictionary specification = new() { ["name"] = Name };
        if (!string.IsNullOrWhiteSpace(Description))
        {
            specification["description"] = Description;
        }

        specification["inputSchema"] = new OrderedDictionary { ["json"] = InputSchema };
        return new OrderedDictionary { ["toolSpec"] = specification };
    }
}
