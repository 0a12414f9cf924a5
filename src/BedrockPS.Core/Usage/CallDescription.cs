using System.Globalization;

namespace BedrockPS.Usage;

/// <summary>Says of a call what it would do and cost.</summary>
public static class CallDescription
{
    /// <summary>The call in a sentence.</summary>
    public static string Of(MeteredRequest request, WorstCase worst, string? region)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(worst);
        string where = region is null ? string.Empty : $" in {region}";
        return $"{request.Operation} with '{request.ModelId}'{where}: about {Number(worst.InputTokens)} tokens in, "
            + $"{Answer(worst)}; {Money(worst)}";
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
