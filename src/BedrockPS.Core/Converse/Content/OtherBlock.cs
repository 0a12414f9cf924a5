namespace BedrockPS;

/// <summary>A block kept as it came: of a kind that has no type here, or that is newer than this version.</summary>
public sealed class OtherBlock : ContentBlock
{
    private readonly string _kind;

    /// <summary>Makes an empty block of no kind, for a test double to fill.</summary>
    public OtherBlock()
        : this(string.Empty, null)
    {
    }

    /// <summary>Makes a block of any kind.</summary>
    public OtherBlock(string kind, object? value)
    {
        _kind = kind;
        Value = value;
    }

    /// <inheritdoc/>
    public override string Kind => _kind;

    /// <summary>The block's value in the service's shape.</summary>
    public object? Value { get; set; }

    /// <summary>Members that stood beside the block's own.</summary>
    public IDictionary<string, object?>? Other { get; set; }
}
