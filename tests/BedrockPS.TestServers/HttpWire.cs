using System.Globalization;
using System.Text;

namespace BedrockPS.TestServers;

/// <summary>HTTP/1.1 as far as a test needs it: a request with its length, an answer, the end.</summary>
internal static class HttpWire
{
    public static async Task<CaughtRequest> ReadAsync(Stream stream)
    {
        string[] start = (await ReadLineAsync(stream)).Split(' ');
        Dictionary<string, string[]> headers = new(StringComparer.OrdinalIgnoreCase);
        for (string line = await ReadLineAsync(stream); line.Length > 0; line = await ReadLineAsync(stream))
        {
            string[] header = line.Split(':', 2);
            headers[header[0]] = [.. headers.GetValueOrDefault(header[0], []), header[1].Trim()];
        }

        byte[] body = new byte[Length(headers)];
        await stream.ReadExactlyAsync(body);
        return new CaughtRequest(start[0], start[1], headers, body);
    }

    public static async Task WriteAsync(Stream stream, LoopbackReply reply)
    {
        if (reply == LoopbackReply.HangUp)
        {
            return;
        }

        byte[] body = Encoding.UTF8.GetBytes(reply.Body);
        string headers = string.Concat(reply.Headers.Select(header => $"{header.Key}: {header.Value}\r\n"));
        string head = $"HTTP/1.1 {reply.Status} Answer\r\nContent-Type: {reply.ContentType}\r\n"
            + $"Content-Length: {body.Length}\r\nConnection: close\r\n{headers}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(body);
    }

    private static int Length(Dictionary<string, string[]> headers) =>
        headers.TryGetValue("Content-Length", out string[]? length)
            ? int.Parse(length[0], CultureInfo.InvariantCulture)
            : 0;

    private static async Task<string> ReadLineAsync(Stream stream)
    {
        List<byte> line = [];
        byte[] one = new byte[1];
        while (line is not [.., (byte)'\r', (byte)'\n'])
        {
            await stream.ReadExactlyAsync(one);
            line.Add(one[0]);
        }

        return Encoding.ASCII.GetString([.. line.SkipLast(2)]);
    }
}
