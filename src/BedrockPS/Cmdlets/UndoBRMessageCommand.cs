using System.Management.Automation;

namespace BedrockPS.Cmdlets;

/// <summary>Takes back the last question of a conversation with all that followed it.</summary>
/// <remarks>
/// <para>The answer goes too, and so do the calls of tools on the way to it. What was spent stays in the conversation's
/// usage. A conversation with a file has the undo written to it as a line; the lines before stay as they are.</para>
/// <para>Turns that Compress-BRConversation has replaced by a summary are not brought back.</para>
/// </remarks>
/// <example>
/// <code>$c | Undo-BRMessage
/// $c | Send-BRMessage 'The same in one sentence, please.'</code>
/// <para>Asks the last question in other words.</para>
/// </example>
/// <example>
/// <code>$c | Undo-BRMessage -Count 3 -WhatIf</code>
/// <para>Says what would be taken back, and takes back nothing.</para>
/// </example>
[Cmdlet(VerbsCommon.Undo, "BRMessage", SupportsShouldProcess = true)]
[OutputType(typeof(Conversation))]
public sealed class UndoBRMessageCommand : ConversationCommandBase
{
    /// <summary>How many questions are to be taken back.</summary>
    [Parameter(Position = 0)]
    [PSDefaultValue(Value = 1)]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; } = 1;

    /// <summary>Returns the conversation.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        string action = Count == 1 ? "Take back the last question" : $"Take back the last {Count} questions";
        if (ShouldProcess($"{Conversation}", action))
        {
            using IDisposable hold = Conversation.Begin();
            int removed = Conversation.Undo(Count).Count;
            WriteVerbose($"{removed} messages were removed.");
            WriteSaveFailure();
        }

        if (PassThru)
        {
            WriteObject(Conversation);
        }
    }
}
