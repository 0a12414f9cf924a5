namespace BedrockPS;

/// <summary>What one answer of a local endpoint is to be instead of the one it would make.</summary>
public sealed class LocalReply
{
    /// <summary>
    /// A regular expression, case ignored as by <c>-match</c>, over the last user text or a native call's raw body;
    /// null matches every inference request.
    /// </summary>
    public string? Match { get; set; }

    /// <summary>
    /// Decides which requests the reply is for, beside <see cref="Match"/>; called for one request at a time.
    /// </summary>
    public Func<LocalRequest, bool>? Predicate { get; set; }

    /// <summary>
    /// The operation that the reply is for, such as <c>CountTokens</c>; opens it to scripted replies.
    /// </summary>
    public string? Operation { get; set; }

    /// <summary>
    /// How the path must start, such as <c>/inference-profiles</c>; opens every path to scripted replies.
    /// </summary>
    public string? Path { get; set; }

    /// <summary>How many requests this reply answers.</summary>
    public int Times { get; set; } = 1;

    /// <summary>Whether it answers every request that it is for, without an end.</summary>
    public bool Repeat { get; set; }

    /// <summary>
    /// The replies that take its place when it is used up; one without an operation or a path has this one's.
    /// </summary>
    public IEnumerable<LocalReply>? Then { get; set; }

    /// <summary>The answer's text.</summary>
    public string? Text { get; set; }

    /// <summary>The reasoning that stands before the text.</summary>
    public string? Reasoning { get; set; }

    /// <summary>Why the answer stops, in Converse's words.</summary>
    public string? StopReason { get; set; }

    /// <summary>The stream's text deltas, asked for one by one as they are sent; a whole answer joins them.</summary>
    public IEnumerable<string>? Pieces { get; set; }

    /// <summary>The tool that the answer wants used.</summary>
    public string? ToolName { get; set; }

    /// <summary>The input for that tool, as JSON.</summary>
    public string? ToolInputJson { get; set; }

    /// <summary>Several tools that the answer wants used at once.</summary>
    public IReadOnlyList<LocalToolUse>? ToolUses { get; set; }

    /// <summary>The HTTP status; by default the one that belongs to the error code, or 200.</summary>
    public int? StatusCode { get; set; }

    /// <summary>The service's code of an error, such as <c>ThrottlingException</c>.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The message of an error, or why a job that the request starts is to fail.</summary>
    public string? Message { get; set; }

    /// <summary>The value of a Retry-After header.</summary>
    public double? RetryAfterSeconds { get; set; }

    /// <summary>The content type of a raw answer.</summary>
    public string? ContentType { get; set; }

    /// <summary>A raw body, sent as it is.</summary>
    public string? Body { get; set; }

    /// <summary>Bytes that are sent as they are as the body of an event stream.</summary>
    public byte[]? RawStream { get; set; }

    /// <summary>The wait before the first byte.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>The pause after each text delta; the endpoint's own when null.</summary>
    public TimeSpan? PieceDelay { get; set; }

    /// <summary>
    /// How fast the text comes, four characters being a token; a whole answer takes the time of all its tokens.
    /// </summary>
    public double? TokensPerSecond { get; set; }

    /// <summary>An exception that ends the stream, such as <c>modelStreamErrorException</c>.</summary>
    public string? StreamErrorCode { get; set; }

    /// <summary>How many text deltas come before that exception; with 0 it is the only frame.</summary>
    public int ErrorAfterPieces { get; set; }

    /// <summary>After how many text deltas the stream falls silent; a whole answer never comes.</summary>
    public int? SilentAfterPieces { get; set; }

    /// <summary>After how many bytes of body the connection, or in HTTP/2 the stream, is broken off.</summary>
    public int? CutAfterBytes { get; set; }

    /// <summary>The frame, counted from 0, that is damaged after its checksum was made.</summary>
    public int? CorruptFrame { get; set; }

    /// <summary>Whether the connection is closed without an answer, with all that is on it.</summary>
    public bool DropConnection { get; set; }

    /// <summary>The name of an extra event before the end of the stream.</summary>
    public string? EventType { get; set; }

    /// <summary>The payload of that event, as JSON.</summary>
    public string? EventJson { get; set; }
}
