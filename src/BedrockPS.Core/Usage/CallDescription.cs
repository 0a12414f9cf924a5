using System.Globalization;

namespace BedrockPS.Usage;

/// <summary>Says of a call what it would do and cost.</summary>
public static class CallDescription
{
    /// <summary>The call in a sentence.</summary>
    /// <param name="request">The call, with the model or profile that it goes out to.</param>
    /// <param name="worst">What it may take.</param>
    /// <param name="region">The region, where it is known.</param>
    /// <param name="asked">The model as the caller named it.</param>
    public static string Of(MeteredRequest request, WorstCase worst, string? region, string asked)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(worst);
        string where = region is null ? string.Empty : $" in {region}";
        string behind = request.ModelId == asked ? string.Empty : $" for '{asked}'";
        return $"{request.Operation} with '{request.ModelId}'{behind}{where}: about "
            + $"{Number(worst.InputTokens)} tokens in, {Answer(worst)}; {Money(worst)}";
    }

    private static string Answer(WorstCase worst) => worst.OutputTokens switch
    {
        null => "an answer of unknown length",
        0 => "no tokens out",
        _ => $"at most {Number(worst.OutputTokens)} out",
    };

    private static string Money(WorstCase worst) => worst switch
    {
        { LeastCost: { } least, MostCost: { } most } when least == most => CostText.Of(most, worst.Currency) + ".",
        { LeastCost: { } least, MostCost: { } most } =>
            $"{CostText.Of(least, worst.Currency)} to {CostText.Of(most, worst.Currency)}.",
        { LeastCost: { } least } => $"{CostText.Of(least, worst.Currency)} or more, for {worst.Reason}",
        _ => $"the cost is unknown: {worst.Reason}",
    };

    private static string Number(long? value) => value?.ToString("#,0", CultureInfo.InvariantCulture) ?? "?";
}
