using System.Collections.Concurrent;
using BedrockPS.Recording;

namespace BedrockPS.Tests.Recording;

/// <summary>Runs on the spot, and keeps what it is told.</summary>
internal sealed class InlineHost : IRecordingHost
{
    public ConcurrentQueue<string> Notes { get; } = [];

    public Task RunAsync(Action action, CancellationToken token)
    {
        action();
        return Task.CompletedTask;
    }

    public void Note(string line) => Notes.Enqueue(line);
}
