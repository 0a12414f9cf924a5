using BedrockPS.Http;

namespace BedrockPS.Cmdlets;

/// <summary>A kind of things that can be listed and asked for.</summary>
internal sealed record CatalogKind<T>
{
    /// <summary>What one of them is called.</summary>
    public required string Noun { get; init; }

    public required Func<BedrockConnection, CancellationToken, IAsyncEnumerable<T>> List { get; init; }

    public required Func<BedrockConnection, string, CancellationToken, Task<T>> Get { get; init; }

    /// <summary>The texts by which a person finds one.</summary>
    public required Func<T, string?[]> NamesOf { get; init; }

    /// <summary>Whether the caller wants it.</summary>
    public Func<T, bool> Keeps { get; init; } = _ => true;

    /// <summary>Given what was listed once all of it was.</summary>
    public Action<IReadOnlyList<T>>? Remember { get; init; }
}
