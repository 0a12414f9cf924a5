using System.Collections;
using System.Management.Automation;
using BedrockPS.Http;

namespace BedrockPS.Conversion;

/// <summary>Makes a scripted reply of the words of Add-BRLocalReply, bound as parameters or in a hashtable.</summary>
/// <param name="compile">Makes a predicate of a script block.</param>
internal sealed class ReplyConversion(Func<ScriptBlock, Func<LocalRequest, bool>> compile)
{
    // The words that say what the reply is; the others say when, how often and how fast.
    private static readonly string[] Contents =
    [
        "Text", "ToolUse", "Reasoning", "StopReason", "ErrorCode", "Message", "StatusCode", "Body", "Delay",
        "TokensPerSecond", "CutAfter", "CorruptFrame", "Silence", "DropConnection",
    ];

    private static readonly string[] Conditions =
    [
        "Match", "Operation", "Path", "RetryAfterSec", "ContentType", "AfterPieces", "Times", "Repeat", "Then",
    ];

    /// <summary>The reply; words of other kinds, as common parameters are, have no meaning here.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: the words contradict each other.</exception>
    public LocalReply From(IDictionary words)
    {
        ReplyWords given = new(words);
        if (!Contents.Any(given.Has))
        {
            throw Invalid($"Nothing says what the reply is to be. Give one of: {string.Join(", ", Contents)}.");
        }

        LocalReply reply = new()
        {
            Operation = given.Get<string>("Operation"),
            Path = given.Get<string>("Path"),
            Reasoning = given.Get<string>("Reasoning"),
            StopReason = given.Get<string>("StopReason"),
            Message = given.Get<string>("Message"),
            StatusCode = given.Get<int?>("StatusCode"),
            RetryAfterSeconds = given.Get<double?>("RetryAfterSec"),
            Body = given.Get<string>("Body"),
            ContentType = given.Get<string>("ContentType"),
            TokensPerSecond = given.Get<double?>("TokensPerSecond"),
            CutAfterBytes = given.Get<int?>("CutAfter"),
            DropConnection = given.Is("DropConnection"),
            Times = given.Get<int?>("Times") ?? 1,
            Repeat = given.Is("Repeat"),
            Delay = given.Has("Delay") ? DurationAttribute.Read(given["Delay"]) : TimeSpan.Zero,
            ToolUses = given.Has("ToolUse") ? ToolUseShape.Read(given["ToolUse"]) : null,
            Then = given.Has("Then") ? [.. given.Items("Then").Select(Follower)] : null,
        };
        SetText(reply, given);
        SetMatch(reply, given);
        SetFault(reply, given);
        return reply;
    }

    private LocalReply Follower(object? next) => Unwrapped.Of(next) switch
    {
        LocalReply reply => reply,
        IDictionary words when Unknown(words) is { } word => throw Invalid(
            $"-Then has '{word}', which is no word of a reply. The words are: "
            + $"{string.Join(", ", Contents.Concat(Conditions))}."),
        IDictionary words => From(words),
        string text => new LocalReply { Text = text },
        _ => throw Invalid("-Then takes hashtables with the names of the parameters, such as @{ Text = 'fine' }."),
    };

    private static string? Unknown(IDictionary words) => words.Keys.Cast<object>().Select(key => $"{key}")
        .FirstOrDefault(key => !Contents.Concat(Conditions).Contains(key, StringComparer.OrdinalIgnoreCase));

    private static void SetText(LocalReply reply, ReplyWords given)
    {
        string[] texts = [.. given.Items("Text").Select(text => $"{text}")];
        reply.Text = texts.Length == 1 ? texts[0] : null;
        reply.Pieces = texts.Length > 1 ? texts : null;
    }

    private void SetMatch(LocalReply reply, ReplyWords given)
    {
        switch (given["Match"])
        {
            case null:
                break;
            case ScriptBlock block:
                reply.Predicate = compile(block);
                break;
            case object pattern:
                reply.Match = pattern.ToString();
                break;
        }
    }

    private static void SetFault(LocalReply reply, ReplyWords given)
    {
        string? code = given.Get<string>("ErrorCode");
        int? pieces = given.Get<int?>("AfterPieces");
        bool isSilent = given.Is("Silence");
        bool isCorrupt = given.Is("CorruptFrame");
        if (pieces is not null && code is null && !isSilent && !isCorrupt)
        {
            throw Invalid("-AfterPieces says when -ErrorCode, -Silence or -CorruptFrame comes: give one of them.");
        }

        if (pieces is null && code is not null && given.Has("Text"))
        {
            throw Invalid("-ErrorCode answers instead of -Text. Within a stream it comes after so many pieces of the "
                + "text as -AfterPieces says.");
        }

        reply.ErrorCode = pieces is null ? code : null;
        reply.StreamErrorCode = pieces is null ? null : code;
        reply.ErrorAfterPieces = pieces ?? 0;
        reply.SilentAfterPieces = isSilent ? pieces ?? 0 : null;

        // The start of the message is a frame too.
        reply.CorruptFrame = isCorrupt ? (pieces ?? 1) + 1 : null;
    }

    private static BedrockException Invalid(string message) => new(ClientErrorCode.InvalidRequest, message);
}
