using System.Management.Automation;

namespace BedrockPS.Cmdlets;

/// <summary>Makes a conversation shorter: a summary takes the place of its older turns.</summary>
/// <remarks>
/// <para>Every question carries all turns before it, so a long conversation costs more with each, until the model's
/// context window is full. The model writes the summary, in one call; -Trim drops the turns without one. A question
/// goes with all that followed it, so that no tool call loses its result. What a picture showed is in the summary only
/// so far as the turns speak of it.</para>
/// <para>Without -KeepLast and -MaxTokens the last two questions stay, or the last half of fewer than four. A call that
/// fails leaves the conversation as it was. Copy-BRConversation first keeps the turns; a conversation with a file has
/// them in its earlier lines.</para>
/// </remarks>
/// <example>
/// <code>$c | Compress-BRConversation</code>
/// <para>Summarises all but the last two turns, and tells what was saved.</para>
/// </example>
/// <example>
/// <code>$c | Compress-BRConversation -MaxTokens 50000 -ModelId amazon.nova-micro-v1:0</code>
/// <para>Has a small model summarise as many turns as it takes to come below 50,000 tokens.</para>
/// </example>
/// <example>
/// <code>$c | Compress-BRConversation -Trim -KeepLast 5 -WhatIf</code>
/// <para>Tells how many turns would be dropped.</para>
/// </example>
[Cmdlet(VerbsData.Compress, "BRConversation", SupportsShouldProcess = true)]
[OutputType(typeof(ConversationCompression))]
public sealed class CompressBRConversationCommand : InferenceCommandBase
{
    /// <summary>The conversation, as Start-BRConversation or Import-BRConversation returns it.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Conversation Conversation { get; set; } = null!;

    /// <summary>How many of the last questions stay as they are, with all that followed them.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int KeepLast { get; set; }

    /// <summary>
    /// How many tokens the conversation may have afterwards, by estimate; the last question stays in any case.
    /// </summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long MaxTokens { get; set; }

    /// <summary>Drops the older turns without a summary, and without a call.</summary>
    [Parameter]
    public SwitchParameter Trim { get; set; }

    /// <summary>What the model is told about the summary, instead of the usual words.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Prompt { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Conversation;

    /// <inheritdoc/>
    protected override void Process()
    {
        // Let go of before the report is out: whoever takes it may go on in the conversation at once.
        ConversationCompression? report;
        BedrockException? unsaved;
        using (Conversation.Begin())
        {
            CompressionPlan plan = CompressionPlan.Of(Conversation, Options);
            report = ShouldProcess($"{Conversation}", $"{plan}") ? Compress(plan) : null;
            unsaved = report is null ? null : Conversation.SaveFailure;
        }

        if (report is not null)
        {
            WriteObject(report);
            if (report.Summary is not null && report.TurnsAfter == report.TurnsBefore)
            {
                WriteWarning($"Nothing was compressed: {report}.");
            }
        }

        if (unsaved is not null)
        {
            WriteFailure(unsaved, Conversation);
        }
    }

    private CompressionOptions Options => new()
    {
        KeepLast = IsBound(nameof(KeepLast)) ? KeepLast : null,
        MaxTokens = IsBound(nameof(MaxTokens)) ? MaxTokens : null,
        IsTrim = Trim,
        ModelId = ModelId,
        Prompt = Prompt,
    };
}
