using System.Text.RegularExpressions;
using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Replies;

/// <summary>A scripted reply that waits, checked when it was added.</summary>
internal sealed class QueuedReply
{
    private const RegexOptions PatternOptions = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(1);

    private readonly string? _operation;
    private readonly string? _path;
    private readonly Regex? _pattern;
    private int _left;

    /// <exception cref="ArgumentException">The reply contradicts itself, or its pattern is none.</exception>
    public QueuedReply(LocalReply reply, QueuedReply? before = null)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentOutOfRangeException.ThrowIfLessThan(reply.Times, 1, nameof(LocalReply.Times));
        if (reply.TokensPerSecond is double rate)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate, nameof(LocalReply.TokensPerSecond));
        }

        bool isOpen = reply.Operation is null && reply.Path is null;
        (_operation, _path) = isOpen ? (before?._operation, before?._path) : (reply.Operation, reply.Path);
        _pattern = reply.Match is null ? null : new Regex(reply.Match, PatternOptions, MatchLimit);
        _left = reply.Times;
        Reply = reply;
        Followers = [.. (reply.Then ?? []).Select(next => new QueuedReply(next, this))];
        if (reply.Repeat && Followers.Count > 0)
        {
            throw new ArgumentException("A reply that repeats without an end cannot be followed by another.");
        }
    }

    public LocalReply Reply { get; }

    /// <summary>The replies that take its place.</summary>
    public IReadOnlyList<QueuedReply> Followers { get; }

    /// <summary>Counts a use; true when it was the last.</summary>
    public bool Use() => !Reply.Repeat && --_left == 0;

    public bool IsFor(LocalCall call) =>
        IsAtItsPlace(call)
        && (call.Fault is null || !NeedsAnswerable)
        && _pattern?.IsMatch(call.Request.Text) != false
        && IsChosen(call.Request);

    // What fails here is the test's own code: no fault of the service, and nothing to ask for again.
    private bool IsChosen(LocalRequest request)
    {
        try
        {
            return Reply.Predicate?.Invoke(request) != false;
        }
        catch (Exception e)
        {
            throw ServiceFault.Validation(e.Message);
        }
    }

    // Content for a valid request, rather than an answer that needs none.
    private bool NeedsAnswerable =>
        Reply.ErrorCode is null && Reply.Body is null && Reply.RawStream is null && !Reply.DropConnection
        && Reply.StatusCode is null or < 400;

    private bool IsAtItsPlace(LocalCall call)
    {
        if (_operation is null && _path is null)
        {
            return call.Route.IsInference;
        }

        string path = call.Exchange.Head.Path;
        return (_operation is null || _operation.Equals(call.Route.Operation, StringComparison.OrdinalIgnoreCase))
            && (_path is null
                || path.StartsWith(_path, StringComparison.Ordinal)
                || Uri.UnescapeDataString(path).StartsWith(_path, StringComparison.Ordinal));
    }
}
