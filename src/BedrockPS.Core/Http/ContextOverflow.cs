using System.Globalization;
using System.Text.RegularExpressions;

namespace BedrockPS.Http;

/// <summary>A request that is longer than the model's context window, as far as the service says by how much.</summary>
/// <param name="Tokens">The tokens of the request, with those set aside for the answer; null where unknown.</param>
/// <param name="Limit">The tokens that the model takes; null where unknown.</param>
public sealed partial record ContextOverflow(long? Tokens, long? Limit)
{
    // Bedrock has one code for whatever is wrong with a request, and each provider has its own words.
    private static readonly string[] Words =
    [
        "prompt is too long", "input is too long", "exceed context limit", "exceeds the context window",
        "maximum context length", "too many input tokens", "too many total text bytes", "input tokens exceeded",
        "number of input tokens exceeds",
    ];

    /// <summary>How far the request is over the limit; null where the service does not say.</summary>
    public long? Excess => Tokens - Limit;

    /// <summary>Reads the failure of a call; null where it is of another kind.</summary>
    /// <param name="failure">What failed.</param>
    public static ContextOverflow? Find(BedrockException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        string message = failure.Message;
        return failure.ErrorCode == ErrorCodes.Validation
            && Array.Exists(Words, words => message.Contains(words, StringComparison.OrdinalIgnoreCase))
            ? Read(message)
            : null;
    }

    private static ContextOverflow Read(string message)
    {
        Match match = Numbers().Match(message);
        long? tokens = Number(match.Groups["tokens"]);
        return new ContextOverflow(tokens + (Number(match.Groups["answer"]) ?? 0), Number(match.Groups["limit"]));
    }

    private static long? Number(Group group) =>
        long.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    [GeneratedRegex(
        """
        too\ long:\ (?<tokens>\d+)\ tokens\ >\ (?<limit>\d+)
        | context\ limit:\ (?<tokens>\d+)\ \+\ (?<answer>\d+)\ >\ (?<limit>\d+)
        | Max\ input\ tokens:\ (?<limit>\d+),\ request\ input\ token\ count:\ (?<tokens>\d+)
        | context\ length\ (is|of)\ (?<limit>\d+)\ tokens\D+(?<tokens>\d+)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
            | RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
