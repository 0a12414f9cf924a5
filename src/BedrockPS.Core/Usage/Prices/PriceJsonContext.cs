using System.Text.Json.Serialization;

namespace BedrockPS.Usage;

/// <summary>Generated readers and writers of price tables, apart from those that every call needs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(PriceTable))]
internal sealed partial class PriceJsonContext : JsonSerializerContext;
