using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace BedrockPS.Local.Http;

/// <summary>Writes the status line and the headers.</summary>
internal static class ResponseHeadWriter
{
    public static void Write(
        IBufferWriter<byte> writer, HttpResponse response, string framing, bool keepAlive, DateTimeOffset now)
    {
        Append(writer, $"HTTP/1.1 {response.Status} {Reason(response.Status)}\r\n");
        Header(writer, "Date", now.ToString("r", CultureInfo.InvariantCulture));
        Header(writer, "Content-Type", response.ContentType);
        Header(writer, "x-amzn-RequestId", Guid.NewGuid().ToString());
        foreach ((string name, string value) in response.Headers)
        {
            Header(writer, name, value);
        }

        if (!keepAlive)
        {
            Header(writer, "Connection", "close");
        }

        Append(writer, framing);
        Append(writer, "\r\n\r\n");
    }

    private static string Reason(int status) =>
        Enum.IsDefined((HttpStatusCode)status) ? ((HttpStatusCode)status).ToString() : "Status";

    private static void Header(IBufferWriter<byte> writer, string name, string value) =>
        Append(writer, $"{name}: {OneLine(value)}\r\n");

    // A scripted value with a line break in it would otherwise write headers of its own.
    private static string OneLine(string value) =>
        value.AsSpan().IndexOfAny('\r', '\n') < 0 ? value : value.ReplaceLineEndings(" ");

    private static void Append(IBufferWriter<byte> writer, string text) => Encoding.Latin1.GetBytes(text, writer);
}
