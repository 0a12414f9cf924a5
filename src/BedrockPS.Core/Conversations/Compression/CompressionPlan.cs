using System.Globalization;
using BedrockPS.Conversations;
using BedrockPS.Tools;

namespace BedrockPS;

/// <summary>Which turns of a conversation are to go: whole exchanges, so that no tool call loses its result.</summary>
public sealed class CompressionPlan
{
    // A summary must fit into the budget, too.
    private const int UsualSummary = 700;

    private CompressionPlan(Conversation conversation, CompressionOptions options, int end)
    {
        Conversation = conversation;
        Options = options;
        End = end;
        TurnsRemoved = conversation.Messages.Take(end).Count(Conversation.IsQuestion);
        TokensBefore = TokenEstimate.Of(conversation);
    }

    /// <summary>How many questions go, each with all that followed it.</summary>
    public int TurnsRemoved { get; }

    /// <summary>The tokens of the conversation now, by estimate.</summary>
    public long TokensBefore { get; }

    internal Conversation Conversation { get; }

    internal CompressionOptions Options { get; }

    /// <summary>The index of the first turn that stays.</summary>
    internal int End { get; }

    /// <summary>Decides which turns are to go.</summary>
    /// <param name="conversation">The conversation, which stays as it is.</param>
    /// <param name="options">What is asked for.</param>
    public static CompressionPlan Of(Conversation conversation, CompressionOptions options)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<int> ends = Exchanges.WholeEnds(conversation.Messages);
        int keep = options.KeepLast ?? (options.MaxTokens is null ? KeepUsually(ends.Count) : ends.Count);
        if (options.MaxTokens is { } budget)
        {
            keep = Math.Min(keep, CountWithin(conversation, options, budget, ends));
        }

        // Tool calls that wait for their results are the user's to answer.
        bool isWaiting = ToolTurn.Asked(conversation.Messages.LastOrDefault()).Count > 0;
        keep = Math.Clamp(keep, Math.Min(isWaiting ? 1 : 0, ends.Count), ends.Count);
        return new CompressionPlan(conversation, options, keep == ends.Count ? 0 : ends[^(keep + 1)]);
    }

    /// <summary>What would be done, for -WhatIf.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Options.IsTrim ? "Drop" : "Summarise")} {TurnsRemoved} of {Conversation.Turns} turns "
        + $"(the conversation has about {TokensBefore:N0} tokens)");

    // A conversation of two long questions must become shorter, too.
    private static int KeepUsually(int exchanges) => Math.Min(CompressionOptions.UsualKeepLast, exchanges / 2);

    private static int CountWithin(
        Conversation conversation, CompressionOptions options, long budget, IReadOnlyList<int> ends)
    {
        if (ends.Count == 0 || TokenEstimate.Of(conversation) <= budget)
        {
            return ends.Count;
        }

        long left = budget - TokenEstimate.Scale(conversation, TokenEstimate.OfFrame(conversation))
            - (options.IsTrim ? 0 : Math.Min(UsualSummary, budget / 4));
        int keep = 0;
        for (int i = ends.Count - 1; i >= 0; i--)
        {
            int start = i == 0 ? 0 : ends[i - 1];
            long raw = conversation.Messages.Take(start..ends[i]).Sum(TokenEstimate.Of);
            left -= TokenEstimate.Scale(conversation, raw);
            if (left < 0)
            {
                break;
            }

            keep++;
        }

        return Math.Max(1, keep);
    }
}
