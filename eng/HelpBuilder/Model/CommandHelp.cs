namespace BedrockPS.HelpBuilder.Model;

/// <summary>Everything the help of one cmdlet says.</summary>
internal sealed record CommandHelp
{
    public required string Verb { get; init; }

    public required string Noun { get; init; }

    public string Name => $"{Verb}-{Noun}";

    /// <summary>The class, for messages to the person who wrote it.</summary>
    public required string Source { get; init; }

    public string? Synopsis { get; init; }

    public IReadOnlyList<string> Description { get; init; } = [];

    public IReadOnlyList<SyntaxHelp> Syntax { get; init; } = [];

    public IReadOnlyList<ParameterHelp> Parameters { get; init; } = [];

    public IReadOnlyList<TypeHelp> Inputs { get; init; } = [];

    public IReadOnlyList<TypeHelp> Outputs { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<ExampleHelp> Examples { get; init; } = [];

    public IReadOnlyList<LinkHelp> Links { get; init; } = [];
}
