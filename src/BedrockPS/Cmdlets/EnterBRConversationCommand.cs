using System.Management.Automation;
using BedrockPS.Chat;
using BedrockPS.Conversations;
using BedrockPS.Conversion;
using BedrockPS.Http;
using BedrockPS.Session;

namespace BedrockPS.Cmdlets;

/// <summary>Opens a chat at the prompt, in a conversation that is given or begun.</summary>
/// <remarks>
/// <para>Answers are shown as they are written. Ctrl+C stops an answer, of which what has arrived is kept, and leads
/// back to the prompt of the chat; Ctrl+D at an empty prompt, or /exit, leaves it. /help lists what else there is. A
/// call that fails is told in a line, the conversation stays as it was, and the chat goes on.</para>
/// <para>Several lines make one message: Alt+Enter or Ctrl+J begins a new one, and what is pasted is not sent before
/// Enter. The arrows bring back what was sent before in the session.</para>
/// <para>A conversation that is begun here is returned when the chat is left, and a given one with -PassThru, for
/// Send-BRMessage and the like. -Last goes on with the newest chat of the session, however it ended. With -Path the
/// conversation is kept in a file, and the chat goes on where the file ends.</para>
/// <para>Media that are given go with the first message. In a host in which nobody can answer, as in a job, the command
/// fails at once; a script asks with Send-BRMessage.</para>
/// </remarks>
/// <example>
/// <code>Enter-BRConversation -System 'Answer as briefly as you can.'</code>
/// <para>Begins a conversation and chats in it.</para>
/// </example>
/// <example>
/// <code>$c = Enter-BRConversation -ModelId amazon.nova-lite-v1:0 -Tool Get-Service, Get-Process
/// $c | Send-BRMessage 'Sum it up for the ticket.'</code>
/// <para>Chats with a model that may look at the machine, and goes on from the prompt of the shell.</para>
/// </example>
/// <example>
/// <code>Enter-BRConversation -Path ./outage.jsonl</code>
/// <para>Begins a conversation in a file, or goes on with the one that is there.</para>
/// </example>
/// <example>
/// <code>Enter-BRConversation -Last</code>
/// <para>Goes back to the chat that was left last.</para>
/// </example>
[Cmdlet(VerbsCommon.Enter, "BRConversation", SupportsShouldProcess = true)]
[OutputType(typeof(Conversation))]
public sealed class EnterBRConversationCommand : ChatCommandBase
{
    /// <summary>The conversation to go on in, or an answer to go on from; a new one when absent.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ConversationOf]
    public Conversation? Conversation { get; set; }

    /// <summary>
    /// The file of the conversation: it is begun there, or gone on with where there is one. Import-BRConversation loads
    /// it, too.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Goes on with the newest chat of the session.</summary>
    [Parameter]
    public SwitchParameter Last { get; set; }

    /// <summary>Returns the conversation when the chat is left, also where it was given.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // A chat sends what is typed into it: there is no request yet that could be shown, and no parameter for it.

    /// <inheritdoc/>
    public override SwitchParameter AsRequest { get; set; }

    /// <inheritdoc/>
    public override string? As { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Conversation;

    /// <inheritdoc/>
    protected override void Begin()
    {
        if (!HostInteraction.IsInteractive(Host) || ConsoleTerminal.IsElsewhere(Host))
        {
            throw new BedrockException(
                ClientErrorCode.HostNotInteractive,
                $"A chat needs a person at a terminal, and there is none here (host '{Host.Name}').");
        }

        base.Begin();
        Screen = ChatScreen.Of(Host, SessionState.PSVariable);
    }

    /// <inheritdoc/>
    protected override void Process()
    {
        Current = Require(FindConversation);

        // Without a region or a way to sign there is no chat, and that is better said before a message is written.
        _ = Connection;
        Session.LastChat = Current;
        try
        {
            Terminal = ConsoleTerminal.Open(Host);
            Chat();
        }
        finally
        {
            Terminal?.Dispose();
            Terminal = null;
        }

        if (Conversation is null || PassThru)
        {
            WriteObject(Current);
        }
    }

    private Conversation FindConversation()
    {
        if (new[] { Conversation is not null, Last.IsPresent, Path is not null }.Count(isGiven => isGiven) > 1)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                "-Conversation, -Path and -Last each name the conversation to go on in. Give one of them.");
        }

        string? path = FullPath(Path);
        Conversation found = Conversation ?? (Last ? FindLast() : File.Exists(path) ? Load(path) : Begin(path));
        found.ModelId = IsBound(nameof(ModelId)) ? ModelId! : found.ModelId;
        found.System = System ?? found.System;
        return found;
    }

    private Conversation FindLast() => Session.LastChat ?? throw new BedrockException(
        ClientErrorCode.InvalidRequest, "There was no chat in this session yet. Begin one without -Last.");

    private Conversation Load(string path)
    {
        Conversation loaded = ConversationFile.Load(path, isAttached: true, out long cutBytes);
        if (cutBytes > 0)
        {
            WriteWarning($"'{path}' ends in the middle of a line: its writer died there, and the last turn is lost.");
        }

        return loaded;
    }

    private Conversation Begin(string? path)
    {
        Conversation begun = new()
        {
            ModelId = IsBound(nameof(ModelId)) ? ModelId! : DefaultModelId,
            System = System,
            InferenceConfig = ReadInference(),
            Tools = [.. Tools],
        };
        if (path is not null)
        {
            ConversationFile.Attach(begun, path, isReplacing: false);
        }

        return begun;
    }

    private void Chat()
    {
        ChatLoop? loop = null;
        ConversationEdits edits = new(Current, Screen, this);
        ChatCommands commands = new(edits, Current, () => Tools, Screen, () => loop!.Leave());
        ILineReader reader = Terminal is null
            ? new HostLineReader(Host.UI)
            : new ConsoleLineReader(Terminal, Session.ChatHistory, commands.All.Complete, ChatToken);
        loop = new ChatLoop(reader, Screen, commands.All, Session.ChatHistory, this);
        Greet();
        loop.Run();
    }

    private void Greet()
    {
        string before = Current.Turns > 0 ? $", after {ChatText.Questions(Current.Turns)}" : string.Empty;
        string model = VisibleText.Of(Current.ModelId);
        Screen.Say($"Chat with {model}{before}. /help lists the commands, Ctrl+D leaves.");
    }
}
