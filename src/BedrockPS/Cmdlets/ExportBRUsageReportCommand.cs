using System.Management.Automation;
using BedrockPS.Usage;

namespace BedrockPS.Cmdlets;

/// <summary>Writes a page about what calls used: cost by day and model, tokens, latency, errors.</summary>
/// <remarks>
/// The page is one HTML file with its charts in it: it needs no other file and no network, and can be sent by mail. It
/// holds nothing of what was asked or answered. Without -Path it is about the calls of this session.
/// </remarks>
/// <example>
/// <code>Export-BRUsageReport ./november.html -Path ./usage.jsonl -Since 2026-11-01 -Until 2026-12-01</code>
/// <para>Writes the report of a month from the usage log.</para>
/// </example>
[Cmdlet(VerbsData.Export, "BRUsageReport")]
[OutputType(typeof(FileInfo))]
public sealed class ExportBRUsageReportCommand : UsageCommandBase
{
    /// <summary>The file to write; an earlier one is replaced.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string OutFile { get; set; } = null!;

    /// <summary>The title of the page.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        UsageReport report = Title is null ? new() { MadeAt = now } : new() { MadeAt = now, Title = Title };
        Read(report.Add);
        string path = FullPath(OutFile)!;
        report.Save(path);
        WriteObject(new FileInfo(path));
    }
}
