namespace BedrockPS.Local.Operations;

/// <summary>The part of a body that the request log keeps.</summary>
internal static class KeptBody
{
    private const int Limit = 1024 * 1024;

    /// <summary>The body, or as much of its beginning as fits the limit with its last character whole.</summary>
    public static byte[] Of(byte[] body)
    {
        if (body.Length <= Limit)
        {
            return body;
        }

        int length = Limit;
        while ((body[length] & 0xC0) == 0x80 && length > Limit - 4)
        {
            length--;
        }

        return body[..length];
    }
}
