using BedrockPS.Http;

namespace BedrockPS.Recording;

/// <summary>Says of a request why the recording has no answer to it, and which recorded one comes nearest.</summary>
internal static class MissReport
{
    private const int MostDifferences = 8;

    public static BedrockException UsedUp(string file, RecordedRequest sent, int times) => new(
        ClientErrorCode.RecordingMiss,
        $"'{file}' is used up for this {Describe(sent)}: it holds {times} answer(s) to it, and each answers once. "
        + "Record the further calls: Start-BRRecording -Mode Auto.")
    {
        ModelId = sent.ModelId,
    };

    public static BedrockException NotThere(
        string file, RecordedRequest sent, IEnumerable<RecordedExchange> recorded, IReadOnlyList<MemberRule> ignored)
    {
        string what = $"'{file}' has no answer to this {Describe(sent)}.";
        string advice = "Record it with Start-BRRecording -Mode Auto, or leave members out of the comparison with "
            + "-IgnoreMember.";
        return new BedrockException(
            ClientErrorCode.RecordingMiss,
            FindNearest(sent, recorded, ignored) is { } nearest
                ? $"{what} The nearest recorded request is that of line {nearest.Line} (recorded → sent):\n"
                    + $"{List(nearest.Differences)}\n{advice}"
                : $"{what} It holds no requests. {advice}")
        {
            ModelId = sent.ModelId,
        };
    }

    private static string Describe(RecordedRequest request) => request.ModelId is null
        ? request.Operation
        : $"{request.Operation} request to '{request.ModelId}'";

    private static (int Line, RequestDifference[] Differences)? FindNearest(
        RecordedRequest sent, IEnumerable<RecordedExchange> recorded, IReadOnlyList<MemberRule> ignored)
    {
        (int Line, RequestDifference[] Differences)? nearest = null;
        double least = double.MaxValue;
        foreach (RecordedExchange exchange in recorded)
        {
            RequestDifference[] differences = RequestDifference.Between(exchange.Request, sent, ignored);
            double distance = differences.Sum(difference => 1 + difference.Weight);
            if (distance < least)
            {
                least = distance;
                nearest = (exchange.Line, differences);
            }
        }

        return nearest;
    }

    private static string List(RequestDifference[] differences)
    {
        string lines = string.Join('\n', differences.Take(MostDifferences).Select(difference => $"  {difference}"));
        int more = differences.Length - MostDifferences;
        return more > 0 ? $"{lines}\n  and {more} more" : lines;
    }
}
