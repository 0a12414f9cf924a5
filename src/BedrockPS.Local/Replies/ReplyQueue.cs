using System.Text.RegularExpressions;

namespace BedrockPS.Local.Replies;

/// <summary>The scripted replies that wait for a request that they match, oldest first.</summary>
internal sealed class ReplyQueue
{
    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly List<Entry> _entries = [];

    /// <summary>Whether no reply waits; spares a request the text that patterns are matched with.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count == 0;
            }
        }
    }

    public void Add(LocalReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentOutOfRangeException.ThrowIfLessThan(reply.Times, 1, nameof(LocalReply.Times));
        const RegexOptions options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
        Regex? pattern = reply.Match is null ? null : new Regex(reply.Match, options, MatchLimit);
        lock (_gate)
        {
            _entries.Add(new Entry(reply, pattern) { Left = reply.Times });
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    /// <summary>Uses up the first reply that is for this request, if there is one.</summary>
    /// <param name="path">The request's path.</param>
    /// <param name="text">What a pattern is matched with; null for a request that asks no model.</param>
    /// <param name="answerable">Whether the request is one that an answer in a model's words can be given to.</param>
    public LocalReply? Take(string path, string? text, bool answerable)
    {
        lock (_gate)
        {
            Entry? entry = _entries.Find(e => e.IsFor(path, text) && (answerable || !NeedsAnswerable(e.Reply)));
            if (entry is not null && --entry.Left == 0)
            {
                _entries.Remove(entry);
            }

            return entry?.Reply;
        }
    }

    /// <summary>Whether the reply is content for a valid request, rather than an answer that needs none.</summary>
    private static bool NeedsAnswerable(LocalReply reply) =>
        reply.ErrorCode is null && reply.Body is null && reply.RawStream is null && !reply.DropConnection
        && reply.StatusCode is null or < 400;

    private sealed record Entry(LocalReply Reply, Regex? Pattern)
    {
        public int Left { get; set; }

        public bool IsFor(string path, string? text)
        {
            bool pathFits = Reply.Path is null
                ? text is not null
                : path.StartsWith(Reply.Path, StringComparison.Ordinal)
                    || Uri.UnescapeDataString(path).StartsWith(Reply.Path, StringComparison.Ordinal);
            return pathFits && (Pattern is null || Pattern.IsMatch(text ?? ""));
        }
    }
}
