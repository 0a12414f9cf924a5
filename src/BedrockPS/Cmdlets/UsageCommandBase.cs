using System.Management.Automation;
using BedrockPS.Usage;

namespace BedrockPS.Cmdlets;

/// <summary>What the cmdlets share that read usage: of the session, or from a log.</summary>
public abstract class UsageCommandBase : BRCommandBase
{
    /// <summary>
    /// The usage log to read, as Set-BRDefault -UsageLog names it, or one month's file; the session's own calls when
    /// absent.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Only calls since this time.</summary>
    [Parameter]
    public DateTime Since { get; set; }

    /// <summary>Only calls before this time.</summary>
    [Parameter]
    public DateTime Until { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Path;

    /// <summary>Hands over the calls one by one, in the order in which they were written.</summary>
    private protected void Read(Action<UsageEntry> take)
    {
        UsageLogReader reader = new()
        {
            Since = IsBound(nameof(Since)) ? new DateTimeOffset(Since) : null,
            Until = IsBound(nameof(Until)) ? new DateTimeOffset(Until) : null,
        };
        if (Path is null)
        {
            foreach (UsageEntry entry in Session.Usage.Entries.Where(reader.Includes))
            {
                take(entry);
            }

            return;
        }

        foreach (string file in reader.FilesOf(FullPath(Path)!))
        {
            reader.Read(file, take, StopToken);
        }

        if (reader.BrokenLines > 0)
        {
            WriteWarning($"{reader.BrokenLines} broken line(s) of the log '{Path}' were left out.");
        }
    }
}
