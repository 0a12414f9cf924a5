using System.Collections.Concurrent;

namespace BedrockPS.TestServers;

/// <summary>Answers that a server is to give before it does what it does by itself.</summary>
public sealed class ServiceScript
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<LoopbackReply>> _replies = new();

    /// <summary>Answers the next request of a path with this.</summary>
    public void Enqueue(string path, LoopbackReply reply) => _replies.GetOrAdd(path, _ => new()).Enqueue(reply);

    /// <summary>The answer that was laid out for a path; null when there is none left.</summary>
    public LoopbackReply? Take(string path) =>
        _replies.TryGetValue(path, out ConcurrentQueue<LoopbackReply>? queue)
        && queue.TryDequeue(out LoopbackReply? reply)
            ? reply
            : null;
}
