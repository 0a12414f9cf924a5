using System.Text.Json.Nodes;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Native;

/// <summary>Makes an embedding of length one that only depends on the text.</summary>
internal static class UnitVector
{
    public static JsonArray Of(string text, int dimensions)
    {
        double[] values = new double[dimensions];
        uint state = StableHash.Of(text) | 1;
        for (int i = 0; i < dimensions; i++)
        {
            // xorshift32 (Marsaglia 2003): System.Random does not promise the same numbers in the next framework.
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            values[i] = (state / (double)uint.MaxValue) - 0.5;
        }

        double length = Math.Sqrt(values.Sum(value => value * value));
        return [.. values.Select(value => (JsonNode)(value / length))];
    }
}
