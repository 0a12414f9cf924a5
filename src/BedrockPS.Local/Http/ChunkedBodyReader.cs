using System.Globalization;
using System.Text;

namespace BedrockPS.Local.Http;

/// <summary>Puts a chunked request body together.</summary>
internal sealed class ChunkedBodyReader(ConnectionReader reader)
{
    private byte[] _body = [];
    private int _length;

    public async ValueTask<byte[]> ReadAsync()
    {
        int size;
        while ((size = ParseSize(await ReadLineAsync().ConfigureAwait(false))) > 0)
        {
            MakeRoom(size);
            await RequestReader.ReadExactlyAsync(reader, _body.AsMemory(_length, size)).ConfigureAwait(false);
            _length += size;
            if ((await ReadLineAsync().ConfigureAwait(false)).Length > 0)
            {
                throw new HttpProtocolException(400, "A chunk is longer than it says.");
            }
        }

        await SkipTrailersAsync().ConfigureAwait(false);
        return _body.Length == _length ? _body : _body[.._length];
    }

    private async ValueTask SkipTrailersAsync()
    {
        int count = 0;
        while ((await ReadLineAsync().ConfigureAwait(false)).Length > 0)
        {
            if (++count > HttpLimits.MaxHeaderCount)
            {
                throw new HttpProtocolException(431, "Too many trailers.");
            }
        }
    }

    private static int ParseSize(string line)
    {
        ReadOnlySpan<char> digits = line.Split(';', 2)[0].AsSpan().TrimEnd();
        return long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long size)
            && size is >= 0 and <= int.MaxValue
            ? (int)size
            : throw new HttpProtocolException(400, "A chunk does not start with its length.");
    }

    private void MakeRoom(int size)
    {
        long needed = (long)_length + size;
        if (needed > HttpLimits.MaxBodyLength)
        {
            throw new HttpProtocolException(413, $"The body is longer than {HttpLimits.MaxBodyLength} bytes.");
        }

        if (needed > _body.Length)
        {
            Array.Resize(ref _body, (int)Math.Max(needed, Math.Min(_body.Length * 2L, HttpLimits.MaxBodyLength)));
        }
    }

    private async ValueTask<string> ReadLineAsync()
    {
        int end;
        while ((end = reader.Buffered.IndexOf("\r\n"u8)) < 0)
        {
            if (reader.Buffered.Length > HttpLimits.MaxChunkLineLength)
            {
                throw new HttpProtocolException(400, "A line of the chunked body is too long.");
            }

            if (!await reader.FillAsync().ConfigureAwait(false))
            {
                throw new ClientGoneException();
            }
        }

        string line = Encoding.Latin1.GetString(reader.Buffered[..end]);
        reader.Consume(end + 2);
        return line;
    }
}
