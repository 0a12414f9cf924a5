using System.Management.Automation;
using BedrockPS.Completion;
using BedrockPS.Conversations;
using BedrockPS.Http;
using BedrockPS.Tools;

namespace BedrockPS.Cmdlets;

/// <summary>Starts a conversation: an object that holds its turns, for Send-BRMessage.</summary>
/// <remarks>
/// No call is made. The conversation is the object that is returned and lives nowhere else; any number of them can
/// go on side by side. With -Path it is also kept in a file, one line for each answer, written when the answer is
/// there: whatever happens to the session, the turn under way is all that can be lost.
/// </remarks>
/// <example>
/// <code>$c = Start-BRConversation -System 'You are a precise support assistant.'
/// $c | Send-BRMessage 'Hello'
/// $c | Send-BRMessage 'And again?'</code>
/// <para>Two turns; the second call carries the first.</para>
/// </example>
/// <example>
/// <code>$c = Start-BRConversation -Path ./outage.jsonl -Title 'Outage of 12 May'</code>
/// <para>Keeps the conversation in a file, from which Import-BRConversation goes on with it.</para>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "BRConversation")]
[OutputType(typeof(Conversation))]
public sealed class StartBRConversationCommand : ModelSettingsCommandBase
{
    /// <summary>What the conversation is about, for whoever looks for it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>
    /// A file that the conversation is appended to as it goes on, one line for each answer; Import-BRConversation loads
    /// it. Pictures and documents are kept beside it, in FILE.media.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Replaces a conversation that is at -Path already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Instructions that stand before the conversation.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? System { get; set; }

    /// <summary>Texts that end an answer when the model writes them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? StopSequence { get; set; }

    /// <summary>The tools that the model may use in it: of New-BRTool, or the names of commands.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CommandCompleter))]
    [ValidateNotNullOrEmpty]
    public object[]? Tool { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        ToolFactory factory = new(InvokeCommand, InvokeProvider);
        Tool[] tools = [.. (Tool ?? []).Select(factory.Of)];
        ToolName.CheckDistinct(tools.Select(tool => tool.Name));
        string model = ModelId ?? Defaults.ModelId ?? Require<string>(() => throw InferenceCommandBase.NoModel());
        ModelPath.Check(model);
        Conversation conversation = new()
        {
            ModelId = model,
            Title = Title,
            System = System,
            Tools = [.. tools],
            InferenceConfig = new InferenceConfiguration
            {
                MaxTokens = IsBound(nameof(MaxTokens)) ? MaxTokens : Defaults.MaxTokens,
                Temperature = IsBound(nameof(Temperature)) ? Temperature : Defaults.Temperature,
                TopP = IsBound(nameof(TopP)) ? TopP : Defaults.TopP,
                StopSequences = StopSequence,
            },
        };
        if (FullPath(Path) is { } path)
        {
            ConversationFile.Attach(conversation, path, Force);
        }

        WriteObject(conversation);
    }
}
