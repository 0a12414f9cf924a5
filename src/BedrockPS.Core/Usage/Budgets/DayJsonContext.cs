using System.Text.Json.Serialization;

namespace BedrockPS.Usage;

/// <summary>Generated readers and writers of the sums of a day.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DaySums))]
internal sealed partial class DayJsonContext : JsonSerializerContext;
