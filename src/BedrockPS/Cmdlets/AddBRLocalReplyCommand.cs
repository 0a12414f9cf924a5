using System.Management.Automation;
using BedrockPS.Completion;
using BedrockPS.Conversion;
using BedrockPS.Http;

namespace BedrockPS.Cmdlets;

/// <summary>Scripts what a local endpoint answers: a text, a tool call, an error, a broken stream, silence.</summary>
/// <remarks>
/// A request gets the first reply in the queue that is for it, and uses it up; without one the endpoint answers as it
/// sees fit. Replies are for calls to models (Converse, InvokeModel and their streams) unless -Operation or -Path says
/// otherwise. A whole answer and a stream are scripted alike; faults within a stream (-AfterPieces, -CorruptFrame)
/// need one.
/// </remarks>
/// <example>
/// <code>Add-BRLocalReply 'All disks are fine.' -Match 'disk'</code>
/// <para>Answers the next prompt about disks.</para>
/// </example>
/// <example>
/// <code>Add-BRLocalReply -ErrorCode ThrottlingException -Times 2 -Then @{ Text = 'At last.' }</code>
/// <para>Throttles twice, then answers: does the script under test wait and try again?</para>
/// </example>
/// <example>
/// <code>$tool = @{ name = 'Get-Service'; input = @{ Name = 'sshd' } }
/// Add-BRLocalReply -ToolUse $tool -Then @{ Text = 'It runs.' }</code>
/// <para>Plays a model that asks for a tool and then answers with its result in hand.</para>
/// </example>
/// <example>
/// <code>Add-BRLocalReply 'one ', 'two ', 'three' -ErrorCode ModelStreamErrorException -AfterPieces 2</code>
/// <para>Breaks a stream after two of three pieces.</para>
/// </example>
/// <example>
/// <code>Add-BRLocalReply -Match { $_.BodyObject.inferenceConfig.temperature -gt 0.5 } -Text 'wild' -Repeat</code>
/// <para>Answers every request whose temperature is high.</para>
/// </example>
[Cmdlet(VerbsCommon.Add, "BRLocalReply")]
[OutputType(typeof(void))]
public sealed class AddBRLocalReplyCommand : LocalEndpointCommandBase
{
    private LocalReply _reply = null!;

    // The properties are there to be bound: they are read by name, as the words in a hashtable of -Then are.

    /// <summary>The answer's text; several are the pieces of a stream, each as it is.</summary>
    [Parameter(Position = 0)]
    [AllowEmptyString]
    public string[]? Text { get; set; }

    /// <summary>
    /// Which requests the reply is for: a pattern for the last user text (or for a native call's body), or a script
    /// block that gets the request as $_. The script block runs in a runspace of its own, with the values that the
    /// variables in it have now.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public object? Match { get; set; }

    /// <summary>The operation the reply is for, such as CountTokens; any call to a model when absent.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string? Operation { get; set; }

    /// <summary>How the path of the request must start, such as /guardrails.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The tools that the answer wants used, each with name, input and, if you like, toolUseId.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? ToolUse { get; set; }

    /// <summary>The reasoning that stands before the text.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Reasoning { get; set; }

    /// <summary>Why the answer stops, in Converse's words, such as max_tokens.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StopReason { get; set; }

    /// <summary>The service's code of an error; with -AfterPieces it comes in the midst of a stream.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string? ErrorCode { get; set; }

    /// <summary>The message of the error, or why a job that StartAsyncInvoke begins is to fail.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Message { get; set; }

    /// <summary>The HTTP status; the one that belongs to the error, or 200, when absent.</summary>
    [Parameter]
    [ValidateRange(200, 599)]
    public int StatusCode { get; set; }

    /// <summary>The value of a Retry-After header, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, 86400)]
    public double RetryAfterSec { get; set; }

    /// <summary>A raw body, sent as it is.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Body { get; set; }

    /// <summary>The content type of the raw body; application/json when absent.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ContentType { get; set; }

    /// <summary>The wait before the first byte: a time span, or a number of seconds.</summary>
    [Parameter]
    [Duration]
    public TimeSpan Delay { get; set; }

    /// <summary>How fast the text comes, four characters being a token.</summary>
    [Parameter]
    [ValidateRange(0.001, 1000000)]
    public double TokensPerSecond { get; set; }

    /// <summary>After how many pieces of text an error, a silence or a damaged frame comes.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int AfterPieces { get; set; }

    /// <summary>
    /// After how many bytes of its body the answer breaks off. Its connection is closed; in HTTP/2, which carries
    /// others beside it, its stream is reset.
    /// </summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int CutAfter { get; set; }

    /// <summary>Damages a frame of the stream, so that its checksum does not hold.</summary>
    [Parameter]
    public SwitchParameter CorruptFrame { get; set; }

    /// <summary>Says nothing more, and keeps the connection open.</summary>
    [Parameter]
    public SwitchParameter Silence { get; set; }

    /// <summary>Closes the connection without an answer.</summary>
    [Parameter]
    public SwitchParameter DropConnection { get; set; }

    /// <summary>How many requests the reply answers.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Times { get; set; }

    /// <summary>Answers every request that the reply is for, without an end.</summary>
    [Parameter]
    public SwitchParameter Repeat { get; set; }

    /// <summary>
    /// The replies that follow when this one is used up: hashtables with the names of these parameters. They are for
    /// any call to a model, or for this one's -Operation and -Path, unless they have a Match of their own.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? Then { get; set; }

    /// <inheritdoc/>
    protected override void Begin() =>
        _reply = new ReplyConversion(block => Session.Matcher.Compile(block, SessionState))
            .From(MyInvocation.BoundParameters);

    /// <inheritdoc/>
    protected override void Process()
    {
        LocalEndpoint endpoint = Require(FindEndpoint);
        try
        {
            endpoint.Enqueue(_reply);
        }
        catch (ArgumentException e)
        {
            Require<object>(() => throw new BedrockException(ClientErrorCode.InvalidRequest, e.Message, e));
        }
    }
}
