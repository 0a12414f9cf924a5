using System.Management.Automation;
using BedrockPS.Completion;
using BedrockPS.Usage;

namespace BedrockPS.Cmdlets;

/// <summary>Adds up what calls used: of this session, or of a usage log.</summary>
/// <remarks>
/// <para>Every call to a model counts, also each round of a tool's use, and calls that failed. -GroupBy says what the
/// sums are by; days are days by UTC, as on the bill. A call with several tags counts under each. -Detail returns the
/// calls one by one.</para>
/// <para>The cost is unknown where that of one call is; .KnownCost is the least that the calls cost.</para>
/// </remarks>
/// <example>
/// <code>Get-BRUsage</code>
/// <para>Shows what this session used, by model.</para>
/// </example>
/// <example>
/// <code>Get-BRUsage -Path ./usage.jsonl -Since (Get-Date).AddDays(-7) -GroupBy Model, Day</code>
/// <para>Shows a week of a log that many processes wrote.</para>
/// </example>
/// <example>
/// <code>Get-BRUsage -GroupBy Tag | Sort-Object KnownCost -Descending</code>
/// <para>Shows who spent most, by the tags of -RequestMetadata.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "BRUsage", DefaultParameterSetName = SumSet)]
[OutputType(typeof(UsageSummary), ParameterSetName = [SumSet])]
[OutputType(typeof(UsageEntry), ParameterSetName = [DetailSet])]
public sealed class GetBRUsageCommand : UsageCommandBase
{
    private const string SumSet = "Sum";
    private const string DetailSet = "Detail";

    /// <summary>What to add up by: Model, Day, Conversation, Tag, Region, Account, Profile, Operation.</summary>
    [Parameter(Position = 0, ParameterSetName = SumSet)]
    [PSDefaultValue(Value = "Model")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string[] GroupBy { get; set; } = ["Model"];

    /// <summary>Returns the calls one by one instead of their sums.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DetailSet)]
    public SwitchParameter Detail { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (ParameterSetName == DetailSet)
        {
            Read(WriteObject);
            return;
        }

        UsageSummaries sums = Require(() => new UsageSummaries(GroupBy));
        Read(sums.Add);
        WriteObject(sums.ToSummaries(), enumerateCollection: true);
    }
}
