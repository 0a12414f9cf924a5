using System.Net.Sockets;
using System.Text;

namespace BedrockPS.Local.Tests.Support;

/// <summary>A client that sends what no HttpClient would.</summary>
public sealed class RawClient : IDisposable
{
    private readonly TcpClient _client = new() { ReceiveTimeout = 10_000 };
    private readonly NetworkStream _stream;

    public RawClient(LocalEndpoint endpoint)
    {
        _client.Connect("127.0.0.1", endpoint.Port);
        _stream = _client.GetStream();
    }

    public static string Request(string path, string body, string extraHeaders = "", string method = "POST") =>
        $"{method} {path} HTTP/1.1\r\nHost: x\r\n{extraHeaders}"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public void Send(string text) => _stream.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads until the text has come.</summary>
    public string ReadUntil(string text)
    {
        StringBuilder seen = new();
        while (!seen.ToString().Contains(text, StringComparison.Ordinal))
        {
            int next = _stream.ReadByte();
            Assert.True(next >= 0, $"Closed after: {seen}");
            seen.Append((char)next);
        }

        return seen.ToString();
    }

    public string ReadToEnd() => new StreamReader(_stream, Encoding.Latin1).ReadToEnd();

    /// <summary>The status of the next answer, which ends with its JSON body.</summary>
    public int ReadStatus() => int.Parse(ReadUntil("}").Split(' ')[1]);

    public void Dispose() => _client.Dispose();
}
