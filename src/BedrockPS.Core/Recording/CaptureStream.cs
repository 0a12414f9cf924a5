namespace BedrockPS.Recording;

/// <summary>A body that is read once, by its reader; a capture looks on.</summary>
internal sealed class CaptureStream(Stream body, Capture capture) : ForwardStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count;
        try
        {
            count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            capture.End(isCut: true);
            throw;
        }

        if (count > 0)
        {
            capture.Add(buffer.Span[..count]);
        }
        else if (buffer.Length > 0)
        {
            capture.End(isCut: false);
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
            capture.End(isCut: true);
        }

        base.Dispose(disposing);
    }
}
