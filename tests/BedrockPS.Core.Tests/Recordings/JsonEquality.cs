using System.Text.Json;

namespace BedrockPS.Tests;

/// <summary>Equality of JSON values: members in any order, numbers by value, null as good as absent.</summary>
internal static class JsonEquality
{
    public static bool Same(JsonElement left, JsonElement right) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => SameMembers(left, right),
        (JsonValueKind.Array, JsonValueKind.Array) =>
            left.GetArrayLength() == right.GetArrayLength()
            && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => Same(pair.First, pair.Second)),
        (JsonValueKind.Number, JsonValueKind.Number) => left.GetDouble().Equals(right.GetDouble()),
        (JsonValueKind.String, JsonValueKind.String) => left.GetString() == right.GetString(),
        (JsonValueKind first, JsonValueKind second) => first == second,
    };

    private static bool SameMembers(JsonElement left, JsonElement right)
    {
        Dictionary<string, JsonElement> first = Members(left);
        Dictionary<string, JsonElement> second = Members(right);
        return first.Count == second.Count
            && first.All(member => second.TryGetValue(member.Key, out JsonElement other) && Same(member.Value, other));
    }

    private static Dictionary<string, JsonElement> Members(JsonElement element) => element.EnumerateObject()
        .Where(member => member.Value.ValueKind != JsonValueKind.Null)
        .ToDictionary(member => member.Name, member => member.Value);
}
