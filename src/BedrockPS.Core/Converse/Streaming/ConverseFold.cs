namespace BedrockPS.Converse;

/// <summary>Folds stream events into the response that the same call would have had whole.</summary>
/// <param name="keepContent">Whether the response is to hold the message's content; without, memory stays flat.</param>
internal sealed class ConverseFold(bool keepContent = true)
{
    private static readonly Dictionary<string, object?> NoMembers = [];

    private readonly SortedDictionary<int, BlockFold> _blocks = [];
    private readonly Dictionary<string, object?> _other = [];
    private readonly HashSet<string> _repeated = [];
    private string? _role;
    private MessageStopEvent? _stop;
    private MetadataEvent? _metadata;

    /// <summary>Whether the model has said that it stopped.</summary>
    public bool HasStopped => _stop is not null;

    public void Apply(ConverseEvent e)
    {
        switch (e)
        {
            case ContentBlockDeltaEvent or ContentBlockStartEvent or ContentBlockStopEvent when !keepContent:
                break;
            case ContentBlockDeltaEvent delta:
                Block(delta.ContentBlockIndex).Apply(delta.Delta);
                break;
            case ContentBlockStartEvent start:
                Block(start.ContentBlockIndex).Begin(start.Start);
                break;
            case ContentBlockStopEvent end:
                // A block may end that had neither a start nor a piece: it was an empty text.
                Block(end.ContentBlockIndex);
                break;
            case MessageStartEvent start:
                _role = start.Role;
                break;
            case MessageStopEvent stop:
                _stop = stop;
                break;
            case MetadataEvent metadata:
                _metadata = metadata;
                Keep("metrics", metadata.Metrics?.Other);
                break;
            case UnknownEvent unknown:
                Append(unknown.EventType, unknown.Payload);
                break;
        }

        foreach (KeyValuePair<string, object?> member in e.Other ?? NoMembers)
        {
            _other[member.Key] = member.Value;
        }
    }

    /// <summary>The response so far; whole once the stream has ended.</summary>
    public ConverseResponse ToResponse() => new()
    {
        Message = new Message(_role ?? MessageRole.Assistant, _blocks.Values.Select(block => block.Build())),
        StopReason = _stop?.StopReason,
        AdditionalFields = _stop?.AdditionalModelResponseFields,
        Usage = _metadata?.Usage,
        LatencyMs = _metadata?.Metrics?.LatencyMs,
        Trace = _metadata?.Trace,
        Other = _other.Count == 0 ? null : new Dictionary<string, object?>(_other),
    };

    // An event that comes again has another payload, and nothing that the service sends is dropped.
    private void Append(string name, object? payload)
    {
        if (!keepContent || !_other.TryGetValue(name, out object? earlier))
        {
            _other[name] = payload;
        }
        else if (_repeated.Add(name))
        {
            _other[name] = new List<object?> { earlier, payload };
        }
        else
        {
            ((List<object?>)earlier!).Add(payload);
        }
    }

    private void Keep(string name, IDictionary<string, object?>? unknown)
    {
        if (unknown is not null)
        {
            _other[name] = unknown;
        }
    }

    private BlockFold Block(int index)
    {
        if (!_blocks.TryGetValue(index, out BlockFold? block))
        {
            block = new BlockFold();
            _blocks[index] = block;
        }

        return block;
    }
}
