using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using BedrockPS.Json;
using BedrockPS.Local.Operations;

namespace BedrockPS;

/// <summary>A request that a local endpoint received, and what became of it.</summary>
public sealed class LocalRequest
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _keptBody;
    private readonly Lazy<object?> _bodyObject;
    private string? _body;
    private string? _text;
    private long _bytesSent;
    private int _eventsSent;
    private volatile string _outcome = "running";

    internal LocalRequest(byte[] body)
    {
        BodyLength = body.Length;
        _keptBody = KeptBody.Of(body);
        _bodyObject = new Lazy<object?>(ReadBody);
    }

    /// <summary>Its number since the start or since the requests were last cleared, from 0.</summary>
    public int Index { get; internal set; }

    /// <summary>When it had arrived as a whole.</summary>
    public DateTimeOffset ReceivedAt { get; internal init; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; internal init; } = "";

    /// <summary>The path and query as they were sent.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>The operation, such as <c>Converse</c>; empty where the path belongs to none.</summary>
    public string Operation { get; internal init; } = "";

    /// <summary>The id or ARN that the path names, of a model or of what else it is about, unescaped.</summary>
    public string? ModelId { get; internal init; }

    /// <summary>The headers, names in lower case, without keys, tokens and signatures.</summary>
    public ReadableDictionary Headers { get; internal init; } = [];

    /// <summary>Whether it carried an AWS signature.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "It means what was done to the request, not a number.")]
    public bool Signed { get; internal init; }

    /// <summary>The body as text; of a body over 1 MiB only the beginning.</summary>
    public string Body => _body ??= Encoding.UTF8.GetString(_keptBody);

    /// <summary>
    /// What the pattern of a reply is matched with: the last user text of a conversation, or the body.
    /// </summary>
    public string Text
    {
        get => _text ?? Body;
        internal set => _text = value;
    }

    /// <summary>
    /// The body as dictionaries, arrays and plain values; null where it is no JSON, or not kept as a whole.
    /// </summary>
    public object? BodyObject => _bodyObject.Value;

    /// <summary>The length of the whole body in bytes.</summary>
    public long BodyLength { get; }

    /// <summary>The bytes of the answer's body that were sent.</summary>
    public long BytesSent => Interlocked.Read(ref _bytesSent);

    /// <summary>The events of a stream that were sent.</summary>
    public int EventsSent => Volatile.Read(ref _eventsSent);

    /// <summary>The number of the connection that it came on.</summary>
    public int ConnectionId { get; internal init; }

    /// <summary>
    /// <c>running</c>, <c>completed</c>, <c>aborted</c> (the client closed first) or <c>faulted</c> (a scripted cut).
    /// </summary>
    public string Outcome => _outcome;

    /// <summary>Waits until it is no longer running; false when that took too long.</summary>
    public bool WaitForEnd(TimeSpan timeout) => _ended.Task.Wait(timeout);

    internal void CountBytes(int count) => Interlocked.Add(ref _bytesSent, count);

    internal void CountEvent() => Interlocked.Increment(ref _eventsSent);

    internal void End(string outcome)
    {
        _outcome = outcome;
        _ended.TrySetResult();
    }

    private object? ReadBody()
    {
        try
        {
            return _keptBody.Length > 0 ? DocumentReader.Read(_keptBody) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
