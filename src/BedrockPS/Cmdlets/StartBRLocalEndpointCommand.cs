using System.Management.Automation;
using System.Net.Sockets;
using BedrockPS.Conversion;
using BedrockPS.Http;

namespace BedrockPS.Cmdlets;

/// <summary>
/// Starts a Bedrock endpoint in this process, on a port of this machine: no account, no network, no cost.
/// </summary>
/// <remarks>
/// It speaks the service's protocol over a real socket and answers the same prompt with the same text, so that
/// scripts and their tests can run anywhere. It plays every region: its lists of models and inference profiles are
/// those of the region that a call names. It ends with Stop-BRLocalEndpoint, with the module, or with the shell.
/// </remarks>
/// <example>
/// <code>Start-BRLocalEndpoint -SetDefault
/// Invoke-BRConverse 'Hello'</code>
/// <para>Makes the endpoint the session's default, and asks it something.</para>
/// </example>
/// <example>
/// <code>Start-BRLocalEndpoint -Port 8080 -Recording ./tests/triage.bedrock.jsonl</code>
/// <para>Lets a script in another language replay a recorded session: AWS_ENDPOINT_URL=http://127.0.0.1:8080.</para>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "BRLocalEndpoint")]
[OutputType(typeof(LocalEndpoint))]
public sealed class StartBRLocalEndpointCommand : BRCommandBase
{
    private const string DefaultModelId = "amazon.nova-micro-v1:0";

    /// <summary>The port to listen on; a free one when absent.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>Sends this session's calls to the endpoint; a default model is set too, where there is none.</summary>
    [Parameter]
    public SwitchParameter SetDefault { get; set; }

    /// <summary>The pause before each piece of a streamed answer, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 60000)]
    public int PieceDelayMs { get; set; }

    /// <summary>
    /// A recording of Start-BRRecording to answer from, to any client: each recorded call once, and an error for what
    /// the file does not hold.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Recording { get; set; }

    /// <summary>Members of a request that may differ from the recorded one, by name or by path.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? IgnoreMember { get; set; }

    /// <summary>Accepts any signature, instead of checking those that are sent against the local keys.</summary>
    [Parameter]
    public SwitchParameter NoAuth { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Port;

    /// <inheritdoc/>
    protected override void End()
    {
        LocalEndpoint endpoint = Start();
        Session.Add(endpoint);
        if (SetDefault)
        {
            Session.SetDefault(endpoint, DefaultModelId);
        }

        WriteObject(endpoint);
    }

    private LocalEndpoint Start()
    {
        try
        {
            return LocalEndpoint.Start(new LocalEndpointOptions
            {
                Port = Port,
                CheckSignatures = !NoAuth,
                PieceDelay = TimeSpan.FromMilliseconds(PieceDelayMs),
                Recording = Recording is null ? null : new MediaPaths(SessionState.Path).ResolveNew(Recording),
                IgnoreMembers = IgnoreMember ?? [],
            });
        }
        catch (SocketException e)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"Port {Port} cannot be listened on: {e.Message}. Leave -Port out to take a free one.",
                e);
        }
    }
}
