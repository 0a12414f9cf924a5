namespace BedrockPS.HelpBuilder.Model;

/// <summary>Everything the help of one parameter says.</summary>
internal sealed record ParameterHelp
{
    public required string Name { get; init; }

    /// <summary>The type as PowerShell writes it: <c>int</c>, <c>string[]</c>, <c>switch</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>The type with its namespace: <c>System.Int32</c>, <c>System.String[]</c>.</summary>
    public required string FullTypeName { get; init; }

    public bool IsSwitch { get; init; }

    /// <summary>The property, for messages to the person who wrote it.</summary>
    public required string Source { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<string> Description { get; init; } = [];

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The words it takes, when there is a closed list of them.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public string DefaultValue { get; init; } = "None";

    public bool Wildcards { get; init; }

    /// <summary>How it is bound; in a syntax item one place, elsewhere one for each [Parameter].</summary>
    public required IReadOnlyList<ParameterPlace> Places { get; init; }

    public ParameterPlace? PlaceIn(string set) =>
        Places.FirstOrDefault(p => p.IsIn(set)) ?? Places.FirstOrDefault(p => p.InAllSets);
}
