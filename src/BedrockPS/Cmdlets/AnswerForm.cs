namespace BedrockPS.Cmdlets;

/// <summary>How an answer comes.</summary>
internal enum AnswerForm
{
    /// <summary>All at once.</summary>
    Whole,

    /// <summary>Its text to the host as it arrives, then the whole.</summary>
    Streamed,

    /// <summary>In pieces that nobody is shown: what counts is that it keeps coming, then the whole.</summary>
    Unseen,

    /// <summary>Its events as they arrive.</summary>
    Events,

    /// <summary>Its events as they arrive, and nothing of them is kept, so that memory stays flat.</summary>
    FlatEvents,
}
