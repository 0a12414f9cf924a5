using System.Collections.Concurrent;

namespace BedrockPS.Http;

/// <summary>
/// What a session has learnt of the endpoints that it calls: it outlives the connections, which are made per command.
/// </summary>
public sealed class EndpointMemory
{
    private readonly ConcurrentDictionary<string, EndpointState> _states = new(StringComparer.Ordinal);

    /// <summary>What is known of an endpoint; scheme, host and port tell one from another.</summary>
    internal EndpointState Of(Uri endpoint) =>
        _states.GetOrAdd(endpoint.GetLeftPart(UriPartial.Authority), static _ => new EndpointState());
}
