namespace BedrockPS.Usage;

/// <summary>Told of every call to a model: it prices, counts, and may refuse.</summary>
public interface ICallMeter
{
    /// <summary>Called before a call is sent; an exception keeps it from being sent.</summary>
    /// <exception cref="BedrockException">The call may not be made, such as <c>BudgetExceeded</c>.</exception>
    IMeteredCall Begin(MeteredRequest request);
}
