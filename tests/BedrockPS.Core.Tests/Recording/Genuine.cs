using System.Text;
using System.Text.Json;
using BedrockPS.Recording;

namespace BedrockPS.Tests.Recording;

/// <summary>Genuine traffic as exchanges of a recording.</summary>
internal static class Genuine
{
    public static readonly string[] Files =
    [
        "converse.jsonl.gz", "converse-stream.jsonl.gz", "invoke-model.jsonl.gz", "invoke-model-stream.jsonl.gz",
        "other.jsonl.gz", "control-plane.jsonl.gz",
    ];

    public static IEnumerable<RecordedExchange> Read(string file) => Exchange.Lines(file).Select(Convert);

    public static RecordedExchange Convert(JsonElement line)
    {
        byte[] body = line.GetProperty("body").GetBytesFromBase64();
        bool isStream = line.TryGetProperty("encoding", out JsonElement encoding)
            && encoding.GetString() == "eventstream";
        RecordedRequest request = new(
            line.GetProperty("method").GetString()!,
            line.GetProperty("path").GetString()!,
            Encoding.UTF8.GetBytes(line.GetProperty("request").GetString() ?? string.Empty));
        RecordedAnswer answer = new()
        {
            Status = line.GetProperty("status").GetInt32(),
            Headers =
            [
                .. line.GetProperty("headers").EnumerateObject()
                    .Where(header => RecordedHeaders.Keeps(header.Name))
                    .Select(header => KeyValuePair.Create(header.Name, header.Value.GetString()!)),
            ],
            Body = isStream ? default : body,
            Frames = isStream ? FrameBytes.Split(body, position => position / 100) : null,
        };
        return new RecordedExchange(request, answer);
    }
}
