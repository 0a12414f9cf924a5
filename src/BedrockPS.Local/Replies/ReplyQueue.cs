using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Replies;

/// <summary>The scripted replies that wait for a request that they match, oldest first.</summary>
internal sealed class ReplyQueue
{
    private readonly object _gate = new();
    private readonly List<QueuedReply> _entries = [];

    public void Add(LocalReply reply)
    {
        QueuedReply entry = new(reply);
        lock (_gate)
        {
            _entries.Add(entry);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    /// <summary>Uses up the first reply that is for this call, if there is one.</summary>
    public LocalReply? Take(LocalCall call)
    {
        lock (_gate)
        {
            int index = _entries.FindIndex(entry => entry.IsFor(call));
            if (index < 0)
            {
                return null;
            }

            QueuedReply found = _entries[index];
            if (found.Use())
            {
                _entries.RemoveAt(index);
                _entries.InsertRange(index, found.Followers);
            }

            return found.Reply;
        }
    }
}
