namespace BedrockPS.Usage;

/// <summary>A call under way; its members may be called on any thread.</summary>
public interface IMeteredCall
{
    /// <summary>What the call costs by what is known so far.</summary>
    Cost Price(CallOutcome outcome);

    /// <summary>The call is over. It is called once.</summary>
    /// <param name="outcome">What came of it; where it failed, what had arrived by then.</param>
    /// <param name="failure">Why it failed; null where it did not.</param>
    void End(CallOutcome outcome, Exception? failure);
}
