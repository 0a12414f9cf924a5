using System.Management.Automation;
using BedrockPS.Conversations;

namespace BedrockPS.Cmdlets;

/// <summary>Branches a conversation: the copy goes its own way.</summary>
/// <remarks>
/// The copy has the same settings and copies of the same turns, an id of its own, and no file unless -Path gives it
/// one. Its usage counts from zero: what the original spent is in the original.
/// </remarks>
/// <example>
/// <code>$other = $c | Copy-BRConversation
/// $other | Send-BRMessage 'What speaks against it?'</code>
/// <para>Asks a side question that the conversation itself does not remember.</para>
/// </example>
/// <example>
/// <code>$other = $c | Copy-BRConversation -Turn 2 -Path ./other.jsonl</code>
/// <para>Goes on from the second answer, in a file of its own.</para>
/// </example>
[Cmdlet(VerbsCommon.Copy, "BRConversation")]
[OutputType(typeof(Conversation))]
public sealed class CopyBRConversationCommand : ConversationCommandBase
{
    /// <summary>With how many of the questions and their answers the copy begins; all of them when absent.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, int.MaxValue)]
    public int Turn { get; set; }

    /// <summary>What the copy is about; what the original is about when absent.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>A file for the copy, which is appended to as it goes on.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Replaces a conversation that is at -Path already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        Conversation copy;
        using (Conversation.Begin())
        {
            copy = Conversation.Copy(IsBound(nameof(Turn)) ? Turn : null);
        }

        copy.Title = Title ?? copy.Title;
        if (FullPath(Path) is { } path)
        {
            ConversationFile.Attach(copy, path, Force);
        }

        WriteObject(copy);
    }
}
