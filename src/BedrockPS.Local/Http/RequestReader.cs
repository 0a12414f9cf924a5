using System.Globalization;

namespace BedrockPS.Local.Http;

/// <summary>Takes whole requests off a connection: the head, then a body of known or of chunked length.</summary>
internal sealed class RequestReader(ConnectionReader reader, Func<ValueTask> sendContinue)
{
    /// <summary>The next head; null when the client closed between requests.</summary>
    public async ValueTask<RequestHead?> ReadHeadAsync()
    {
        int length;
        while ((length = FindHeadEnd()) < 0)
        {
            bool begun = !reader.Buffered.IsEmpty;
            if (!await reader.FillAsync().ConfigureAwait(false))
            {
                return begun ? throw new ClientGoneException() : null;
            }
        }

        RequestHead head = RequestHeadParser.Parse(reader.Buffered[..length]);
        reader.Consume(length + 4);
        return head;
    }

    public async ValueTask<byte[]> ReadBodyAsync(RequestHead head)
    {
        bool chunked = IsChunked(head);
        int length = chunked ? 0 : ContentLength(head);
        await AnswerExpectationAsync(head, chunked || length > 0).ConfigureAwait(false);
        if (chunked)
        {
            return await new ChunkedBodyReader(reader).ReadAsync().ConfigureAwait(false);
        }

        byte[] body = length == 0 ? [] : GC.AllocateUninitializedArray<byte>(length);
        await ReadExactlyAsync(reader, body).ConfigureAwait(false);
        return body;
    }

    public static async ValueTask ReadExactlyAsync(ConnectionReader reader, Memory<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            int count = await reader.ReadAsync(destination).ConfigureAwait(false);
            destination = count > 0 ? destination[count..] : throw new ClientGoneException();
        }
    }

    private int FindHeadEnd()
    {
        ReadOnlySpan<byte> bytes = reader.Buffered;

        // A TLS greeting or other binary noise never brings a blank line: tell its sender at once.
        if (!bytes.IsEmpty && !char.IsAsciiLetterUpper((char)bytes[0]))
        {
            throw new HttpProtocolException(400, "This is not an HTTP request; the endpoint speaks plain HTTP.");
        }

        int end = bytes.IndexOf("\r\n\r\n"u8);
        if (end > HttpLimits.MaxHeadLength || (end < 0 && bytes.Length > HttpLimits.MaxHeadLength))
        {
            throw new HttpProtocolException(431, $"The headers take more than {HttpLimits.MaxHeadLength} bytes.");
        }

        return end;
    }

    private static bool IsChunked(RequestHead head)
    {
        string? coding = head.Header("transfer-encoding");
        if (coding is null)
        {
            return false;
        }

        if (!coding.Equals("chunked", StringComparison.OrdinalIgnoreCase))
        {
            throw new HttpProtocolException(501, "The only transfer coding is 'chunked'.");
        }

        // Two lengths are how requests are smuggled past proxies.
        return head.Header("content-length") is null
            ? true
            : throw new HttpProtocolException(400, "Content-Length and Transfer-Encoding exclude each other.");
    }

    private static int ContentLength(RequestHead head)
    {
        string? text = head.Header("content-length");
        if (text is null)
        {
            return 0;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length))
        {
            throw new HttpProtocolException(400, "Content-Length is not a number.");
        }

        return length <= HttpLimits.MaxBodyLength
            ? (int)length
            : throw new HttpProtocolException(413, $"The body is longer than {HttpLimits.MaxBodyLength} bytes.");
    }

    private async ValueTask AnswerExpectationAsync(RequestHead head, bool hasBody)
    {
        string? expectation = head.Header("expect");
        if (expectation is not null && !expectation.Equals("100-continue", StringComparison.OrdinalIgnoreCase))
        {
            throw new HttpProtocolException(417, "The only expectation is '100-continue'.");
        }

        if (expectation is not null && hasBody)
        {
            await sendContinue().ConfigureAwait(false);
        }
    }
}
