using System.Text.Json;

namespace BedrockPS.Recording;

/// <summary>An exchange as a line: the request, then the answer, always in this order of members.</summary>
internal static class ExchangeJson
{
    private const string Request = "request";
    private const string Response = "response";
    private const string Frames = "frames";

    /// <summary>The line, without its line feed.</summary>
    public static byte[] Write(RecordedExchange exchange) => RecordingFormat.Write(writer =>
    {
        writer.WriteStartObject();
        WriteRequest(writer, exchange.Request);
        WriteHead(writer, exchange.Answer);
        if (exchange.Answer.Frames is { } frames)
        {
            WriteFrames(writer, frames, exchange.Answer.IsCut);
        }
        else if (exchange.Answer.Body.Length > 0)
        {
            BodyJson.Write(writer, Response, exchange.Answer.Body.Span);
        }

        writer.WriteEndObject();
    });

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">A member is missing, or is not what it is to be.</exception>
    public static RecordedExchange Read(JsonElement line, int number)
    {
        RecordedRequest request = new(Text(line, "method"), Text(line, "path"), BodyJson.Read(line, Request));
        RecordedAnswer answer = new()
        {
            Status = ReadStatus(line),
            HeadAt = Number(line, "ms", 0),
            Attempts = Number(line, "attempts", 1),
            Headers = ReadHeaders(line),
            Body = BodyJson.Read(line, Response),
            Frames = line.TryGetProperty(Frames, out JsonElement frames)
                ? [.. frames.EnumerateArray().Select(FrameJson.Read)]
                : null,
            IsCut = line.TryGetProperty("cut", out JsonElement cut) && cut.GetBoolean(),
        };
        return new RecordedExchange(request, answer, number);
    }

    private static void WriteRequest(Utf8JsonWriter writer, RecordedRequest request)
    {
        // For whoever reads the file; what a request is matched by is its path.
        if (request.ModelId is not null)
        {
            writer.WriteString("op", request.Operation);
            writer.WriteString("model", request.ModelId);
        }

        writer.WriteString("method", request.Method);
        writer.WriteString("path", request.Path);
        if (request.Body.Length > 0)
        {
            BodyJson.Write(writer, Request, request.Body.Span);
        }
    }

    private static void WriteHead(Utf8JsonWriter writer, RecordedAnswer answer)
    {
        writer.WriteNumber("status", answer.Status);
        writer.WriteNumber("ms", answer.HeadAt);
        if (answer.Attempts > 1)
        {
            writer.WriteNumber("attempts", answer.Attempts);
        }

        writer.WriteStartObject("headers");
        foreach ((string name, string value) in answer.Headers)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteFrames(Utf8JsonWriter writer, IReadOnlyList<RecordedFrame> frames, bool isCut)
    {
        writer.WriteStartArray(Frames);
        foreach (RecordedFrame frame in frames)
        {
            FrameJson.Write(writer, frame);
        }

        writer.WriteEndArray();
        if (isCut)
        {
            writer.WriteBoolean("cut", true);
        }
    }

    private static int ReadStatus(JsonElement line)
    {
        int status = Number(line, "status", -1);
        return status is >= 100 and <= 599 ? status : throw new FormatException("It has no \"status\" of HTTP.");
    }

    private static KeyValuePair<string, string>[] ReadHeaders(JsonElement line) =>
        line.TryGetProperty("headers", out JsonElement headers)
            ? [.. headers.EnumerateObject().Select(ReadHeader)]
            : [];

    private static KeyValuePair<string, string> ReadHeader(JsonProperty header) =>
        KeyValuePair.Create(header.Name, header.Value.GetString() ?? string.Empty);

    private static string Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out JsonElement value) && value.GetString() is { Length: > 0 } text
            ? text
            : throw new FormatException($"It has no \"{name}\".");

    private static int Number(JsonElement line, string name, int otherwise) =>
        line.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : otherwise;
}
