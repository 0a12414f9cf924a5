namespace BedrockPS.Media;

/// <summary>Reads addresses of objects in Amazon S3.</summary>
internal static class S3Address
{
    private const string Scheme = "s3://";

    // API reference, S3Location.
    private const int MaxLength = 1024;

    public static bool IsAddress(string text) => text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>The key of the object.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: a part is missing, or it is too long.</exception>
    public static string Key(string address)
    {
        int slash = address.IndexOf('/', Scheme.Length);
        bool isWhole = slash > Scheme.Length && slash < address.Length - 1 && !address.EndsWith('/');
        if (!isWhole)
        {
            throw MediaChoice.Refuse($"'{address}' does not name an object in S3. Give s3://bucket/key.");
        }

        return address.Length <= MaxLength
            ? address[(slash + 1)..]
            : throw MediaChoice.Refuse(
                $"An address in S3 may have {MaxLength} characters; '{address}' has {address.Length}.");
    }
}
