using System.Collections.Specialized;
using System.Numerics;

namespace BedrockPS.StructuredOutput;

/// <summary>The schemas of the types that are one value.</summary>
internal static class ScalarSchema
{
    private static readonly Dictionary<Type, Func<OrderedDictionary>> Types = new()
    {
        [typeof(string)] = () => Text(),
        [typeof(bool)] = () => new() { ["type"] = "boolean" },
        [typeof(char)] = () => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 1 },
        [typeof(byte)] = () => Whole(byte.MinValue, byte.MaxValue),
        [typeof(sbyte)] = () => Whole(sbyte.MinValue, sbyte.MaxValue),
        [typeof(short)] = () => Whole(short.MinValue, short.MaxValue),
        [typeof(ushort)] = () => Whole(ushort.MinValue, ushort.MaxValue),
        [typeof(int)] = () => Whole(),
        [typeof(uint)] = () => Whole(0),
        [typeof(long)] = () => Whole(),
        [typeof(ulong)] = () => Whole(0),
        [typeof(BigInteger)] = () => Whole(),
        [typeof(float)] = Number,
        [typeof(double)] = Number,
        [typeof(decimal)] = Number,
        [typeof(DateTime)] = () => Text("date-time"),
        [typeof(DateTimeOffset)] = () => Text("date-time"),
        [typeof(DateOnly)] = () => Text("date"),
        [typeof(TimeOnly)] = () => Text(description: "A time of day: hh:mm:ss"),
        [typeof(TimeSpan)] = () => Text("duration", "A span of time in ISO 8601, such as PT1H30M"),
        [typeof(Guid)] = () => Text("uuid"),
        [typeof(Uri)] = () => Text("uri"),
        [typeof(byte[])] = () => Text(description: "Bytes in base64"),
        [typeof(object)] = () => [],
    };

    /// <summary>The schema; null for a type of another kind.</summary>
    public static OrderedDictionary? Of(Type type) =>
        type.IsEnum ? OfEnum(type) : Types.TryGetValue(type, out Func<OrderedDictionary>? make) ? make()
        : IsFree(type) ? new() { ["type"] = "object" }
        : null;

    private static OrderedDictionary OfEnum(Type type)
    {
        OrderedDictionary one = new() { ["type"] = "string", ["enum"] = Enum.GetNames(type).Cast<object?>().ToArray() };
        return type.IsDefined(typeof(FlagsAttribute), inherit: false)
            ? new() { ["type"] = "array", ["items"] = one, ["uniqueItems"] = true }
            : one;
    }

    // The engine's objects of any shape; this assembly does not know the engine.
    private static bool IsFree(Type type) =>
        type.FullName is "System.Management.Automation.PSObject" or "System.Management.Automation.PSCustomObject";

    private static OrderedDictionary Number() => new() { ["type"] = "number" };

    private static OrderedDictionary Whole(long? least = null, long? most = null)
    {
        OrderedDictionary schema = new() { ["type"] = "integer" };
        if (least is not null)
        {
            schema["minimum"] = least;
        }

        if (most is not null)
        {
            schema["maximum"] = most;
        }

        return schema;
    }

    private static OrderedDictionary Text(string? format = null, string? description = null)
    {
        OrderedDictionary schema = new() { ["type"] = "string" };
        if (format is not null)
        {
            schema["format"] = format;
        }

        if (description is not null)
        {
            schema["description"] = description;
        }

        return schema;
    }
}
