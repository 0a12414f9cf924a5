using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace BedrockPS.Local.Http;

/// <summary>Writes the status line and the headers.</summary>
internal static class ResponseHeadWriter
{
    private const string RequestId = "x-amzn-RequestId";

    public static void Write(
        IBufferWriter<byte> writer, HttpResponse response, string framing, bool keepAlive, DateTimeOffset now)
    {
        Append(writer, $"HTTP/1.1 {response.Status} {Reason(response.Status)}\r\n");
        foreach ((string name, string value) in Headers(response, now))
        {
            Append(writer, $"{name}: {value}\r\n");
        }

        if (!keepAlive)
        {
            Append(writer, "Connection: close\r\n");
        }

        Append(writer, framing);
        Append(writer, "\r\n\r\n");
    }

    /// <summary>The headers of every answer, whatever version of HTTP it goes out in.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Headers(HttpResponse response, DateTimeOffset now) =>
    [
        new("Date", now.ToString("r", CultureInfo.InvariantCulture)),
        new("Content-Type", OneLine(response.ContentType)),
        .. response.Has(RequestId) ? [] : new[] { KeyValuePair.Create(RequestId, Guid.NewGuid().ToString()) },
        .. response.Headers.Select(header => KeyValuePair.Create(header.Key, OneLine(header.Value))),
    ];

    private static string Reason(int status) =>
        Enum.IsDefined((HttpStatusCode)status) ? ((HttpStatusCode)status).ToString() : "Status";

    // A scripted value with a line break in it would otherwise write headers of its own.
    private static string OneLine(string value) =>
        value.AsSpan().IndexOfAny('\r', '\n') < 0 ? value : value.ReplaceLineEndings(" ");

    private static void Append(IBufferWriter<byte> writer, string text) => Encoding.Latin1.GetBytes(text, writer);
}
