using System.Management.Automation;
using BedrockPS.Conversations;
using BedrockPS.Conversion;

namespace BedrockPS.Cmdlets;

/// <summary>Loads a conversation from its file, and goes on with it there.</summary>
/// <remarks>
/// <para>Everything comes back as it was: images, tool calls, signed thoughts, and what this version does not know.
/// Tools do not, for they are commands of a session: give them again.</para>
/// <para>Further turns are appended to the file, unless -Detached is given. A file whose writer died in the middle of a
/// line is loaded up to that line, with a warning; the rest of the line goes when the next turn is written. A line that
/// is broken elsewhere is an error that names it.</para>
/// </remarks>
/// <example>
/// <code>$c = Import-BRConversation ./outage.jsonl
/// $c | Send-BRMessage 'Where were we?'</code>
/// <para>Goes on with a conversation of yesterday.</para>
/// </example>
/// <example>
/// <code>Get-ChildItem ./chats/*.jsonl | Import-BRConversation -Detached | Sort-Object { $_.Usage.TotalTokens }</code>
/// <para>Looks through conversations, and cannot change their files.</para>
/// </example>
[Cmdlet(VerbsData.Import, "BRConversation")]
[OutputType(typeof(Conversation))]
public sealed class ImportBRConversationCommand : BRCommandBase
{
    /// <summary>The files, also with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = null!;

    /// <summary>Leaves the file as it is: what is asked from now on is in memory alone.</summary>
    [Parameter]
    public SwitchParameter Detached { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Path;

    /// <inheritdoc/>
    protected override void Process()
    {
        MediaPaths paths = new(SessionState.Path);
        foreach (string file in Path.SelectMany(paths.Resolve))
        {
            Load(file);
        }
    }

    private void Load(string file)
    {
        try
        {
            Conversation conversation = ConversationFile.Load(file, !Detached, out long cutBytes);
            if (cutBytes > 0)
            {
                WriteWarning(
                    $"'{file}' ends in the middle of a line: its writer died there. The last turn is lost "
                    + $"({cutBytes} bytes); all before it are loaded.");
            }

            WriteObject(conversation);
        }
        catch (BedrockException failure)
        {
            WriteFailure(failure, file);
        }
    }
}
