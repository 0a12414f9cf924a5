using System.Management.Automation;

namespace BedrockPS.Cmdlets;

/// <summary>What the cmdlets share that work on a conversation without a call.</summary>
public abstract class ConversationCommandBase : BRCommandBase
{
    /// <summary>The conversation, as Start-BRConversation or Import-BRConversation returns it.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Conversation Conversation { get; set; } = null!;

    /// <inheritdoc/>
    protected override object? ErrorTarget => Conversation;

    /// <summary>
    /// Says that the file lacks what the conversation has, where that is so; what was done stays done.
    /// </summary>
    private protected void WriteSaveFailure()
    {
        if (Conversation.SaveFailure is { } failure)
        {
            WriteFailure(failure, Conversation);
        }
    }
}
