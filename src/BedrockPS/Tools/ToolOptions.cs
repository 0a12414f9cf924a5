using System.Collections;

namespace BedrockPS.Tools;

/// <summary>What a tool is to be like where its source does not say, or says otherwise.</summary>
internal sealed record ToolOptions
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>The parameters to offer; null for those of the command's usual form.</summary>
    public string[]? Parameters { get; init; }

    /// <summary>Values that every run gets.</summary>
    public IDictionary? Argument { get; init; }

    /// <summary>Whether it only looks; null to tell by its verb.</summary>
    public bool? ReadOnly { get; init; }
}
