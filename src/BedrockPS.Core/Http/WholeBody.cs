namespace BedrockPS.Http;

/// <summary>Reads the body of an answer, whose head is not believed about its length.</summary>
internal static class WholeBody
{
    // Several times what the service's largest answer takes (25,000,000 bytes).
    private const int MaxLength = 256 * 1024 * 1024;

    private const int BufferLength = 16 * 1024;

    /// <summary>The bytes.</summary>
    /// <exception cref="BedrockException"><c>UnexpectedResponse</c>: there is no end to them.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken token)
    {
        Stream body = await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            using MemoryStream received = new();
            byte[] buffer = new byte[BufferLength];
            int count;
            while ((count = await body.ReadAsync(buffer, token).ConfigureAwait(false)) > 0)
            {
                received.Write(buffer, 0, count);
                if (received.Length > MaxLength)
                {
                    throw ResponseFacts.Unexpected(response, $"of more than {MaxLength:N0} bytes", buffer);
                }
            }

            return received.ToArray();
        }
    }
}
