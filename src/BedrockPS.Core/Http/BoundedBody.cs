namespace BedrockPS.Http;

/// <summary>Reads the body of a failure: the start of it, since it may be anything.</summary>
internal static class BoundedBody
{
    private const int MaxLength = 64 * 1024;

    public static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken token)
    {
        byte[] buffer = new byte[MaxLength];
        Stream body = await content.ReadAsStreamAsync(token).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            try
            {
                int length = await body.ReadAtLeastAsync(buffer, MaxLength, throwOnEndOfStream: false, token)
                    .ConfigureAwait(false);
                return buffer[..length];
            }
            catch (Exception e) when (e is IOException or HttpRequestException)
            {
                // The status has arrived and says enough; the rest of the explanation is lost.
                return [];
            }
        }
    }
}
