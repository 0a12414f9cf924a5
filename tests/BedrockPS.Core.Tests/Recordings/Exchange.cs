using System.IO.Compression;
using System.Text.Json;

namespace BedrockPS.Tests;

/// <summary>A recorded exchange and what an independent parser made of it.</summary>
internal sealed record Exchange(string Key, string Operation, string Model, JsonElement Line, JsonElement Expected)
{
    public byte[] Body => Line.GetProperty("body").GetBytesFromBase64();

    public int Status => Line.GetProperty("status").GetInt32();

    public static IReadOnlyList<Exchange> Read(string file)
    {
        Dictionary<string, JsonElement> expected = Lines("expected.jsonl.gz")
            .ToDictionary(line => line.GetProperty("key").GetString()!);
        return Lines(file)
            .Where(line => expected.ContainsKey(line.GetProperty("key").GetString()!))
            .Select(line => new Exchange(
                line.GetProperty("key").GetString()!,
                line.GetProperty("op").GetString()!,
                line.GetProperty("model").GetString()!,
                line,
                expected[line.GetProperty("key").GetString()!]))
            .ToArray();
    }

    public static IEnumerable<JsonElement> Lines(string file)
    {
        using FileStream compressed = File.OpenRead(Path.Combine(SharedFolder.Recordings!, file));
        using GZipStream plain = new(compressed, CompressionMode.Decompress);
        using StreamReader reader = new(plain);
        while (reader.ReadLine() is { } line)
        {
            yield return JsonDocument.Parse(line).RootElement;
        }
    }
}
