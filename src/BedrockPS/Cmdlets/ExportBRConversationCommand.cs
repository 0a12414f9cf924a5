using System.Management.Automation;
using BedrockPS.Conversations;
using BedrockPS.Session;

namespace BedrockPS.Cmdlets;

/// <summary>Writes a conversation to a file: to load it again, or to read it.</summary>
/// <remarks>
/// <para>Jsonl is what Import-BRConversation reads; pictures and documents lie in a folder beside it, FILE.media. Html
/// is a page that needs nothing else; Markdown is a text for a wiki or a ticket, its pictures in FILE.media.</para>
/// <para>What the model wrote can do nothing in the page but be read: no script, no markup of its own, no picture from
/// elsewhere. The file is written whole or not at all, and the conversation goes on where it was.</para>
/// </remarks>
/// <example>
/// <code>$c | Export-BRConversation ./outage.html</code>
/// <para>Makes a page for the report of an outage.</para>
/// </example>
/// <example>
/// <code>$c | Export-BRConversation ./outage.jsonl -Force</code>
/// <para>Saves the conversation, in place of what was saved before.</para>
/// </example>
[Cmdlet(VerbsData.Export, "BRConversation", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportBRConversationCommand : ConversationCommandBase
{
    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>What to write; told by the file's extension (.md, .html) when absent, and else Jsonl.</summary>
    [Parameter]
    public ConversationFileFormat Format { get; set; }

    /// <summary>
    /// Replaces a file that is there already; a Jsonl replaces only another conversation, or an empty file.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        string path = FullPath(Path)!;
        if (!ShouldProcess(path, $"Write the conversation {Conversation}"))
        {
            return;
        }

        ConversationFileFormat format = IsBound(nameof(Format)) ? Format : ConversationExport.FormatOf(path);
        using (Conversation.Begin())
        {
            ConversationExport.Write(Conversation, path, format, Force, () => RunspaceSession.Markup);
        }

        if (PassThru)
        {
            WriteObject(new FileInfo(path));
        }
    }
}
