namespace BedrockPS.Local.Resources;

/// <summary>A kind of thing that an account owns and the control plane lists and gets.</summary>
internal sealed record ResourceKind
{
    /// <summary>The last part of the list's path, which is also the kind's name in the embedded content.</summary>
    public required string Name { get; init; }

    /// <summary>What one of it is called.</summary>
    public required string Noun { get; init; }

    public required string ListOperation { get; init; }

    public required string GetOperation { get; init; }

    /// <summary>The path before an item's id; that of the list where null.</summary>
    public string? ItemName { get; init; }

    /// <summary>The list's member in the answer.</summary>
    public required string ListMember { get; init; }

    /// <summary>The members by which an item is found.</summary>
    public required string[] Keys { get; init; }

    /// <summary>An item's members in a list, each <c>name</c>, or <c>name=name elsewhere</c>.</summary>
    public required string[] Summary { get; init; }

    /// <summary>The members that a list alone has.</summary>
    public string[] SummaryOnly { get; init; } = [];

    /// <summary>The time that a list is sorted by; null where it cannot be.</summary>
    public string? TimeMember { get; init; }

    public ResourceFilter[] ListFilters { get; init; } = [];

    public ResourceFilter[] GetFilters { get; init; } = [];
}
