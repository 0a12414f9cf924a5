using System.Management.Automation;
using BedrockPS.Completion;
using BedrockPS.Http;
using BedrockPS.Tools;

namespace BedrockPS.Cmdlets;

/// <summary>Starts a conversation: an object that holds its turns, for Send-BRMessage.</summary>
/// <remarks>
/// No call is made. The conversation is the object that is returned and lives nowhere else; any number of them can
/// go on side by side.
/// </remarks>
/// <example>
/// <code>$c = Start-BRConversation -System 'You are a precise support assistant.'
/// $c | Send-BRMessage 'Hello'
/// $c | Send-BRMessage 'And again?'</code>
/// <para>Two turns; the second call carries the first.</para>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "BRConversation")]
[OutputType(typeof(Conversation))]
public sealed class StartBRConversationCommand : ModelSettingsCommandBase
{
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
        WriteObject(new Conversation
        {
            ModelId = model,
            System = System,
            Tools = [.. tools],
            InferenceConfig = new InferenceConfiguration
            {
                MaxTokens = IsBound(nameof(MaxTokens)) ? MaxTokens : Defaults.MaxTokens,
                Temperature = IsBound(nameof(Temperature)) ? Temperature : Defaults.Temperature,
                TopP = IsBound(nameof(TopP)) ? TopP : Defaults.TopP,
                StopSequences = StopSequence,
            },
        });
    }
}
