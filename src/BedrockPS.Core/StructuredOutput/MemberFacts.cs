namespace BedrockPS.StructuredOutput;

/// <summary>What attributes say of a member of a type.</summary>
public sealed class MemberFacts
{
    /// <summary>Whether the member is not the model's to fill.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Whether it may be null although its type does not say so.</summary>
    public bool TakesNull { get; set; }

    /// <summary>What it is, for the model.</summary>
    public string? Description { get; set; }

    /// <summary>The only values that it may have; of a list, each of its items.</summary>
    public IReadOnlyList<object?>? Values { get; set; }

    /// <summary>The keywords of JSON Schema that limit it; of a list, each of its items.</summary>
    public Dictionary<string, object?> Limits { get; } = new(StringComparer.Ordinal);

    /// <summary>The keywords of JSON Schema that limit a list as such.</summary>
    public Dictionary<string, object?> ListLimits { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes what others say as well; what is said here already stands.</summary>
    internal MemberFacts With(MemberFacts? other)
    {
        if (other is not null)
        {
            IsHidden |= other.IsHidden;
            TakesNull |= other.TakesNull;
            Description ??= other.Description;
            Values ??= other.Values;
            Merge(Limits, other.Limits);
            Merge(ListLimits, other.ListLimits);
        }

        return this;
    }

    private static void Merge(Dictionary<string, object?> into, Dictionary<string, object?> from)
    {
        foreach ((string keyword, object? value) in from)
        {
            into.TryAdd(keyword, value);
        }
    }
}
