namespace BedrockPS.Aws.Credentials;

/// <summary>A file that holds a token.</summary>
internal static class TextFile
{
    /// <summary>What the file holds now.</summary>
    /// <exception cref="BedrockException"><c>InvalidCredentials</c>: it cannot be read.</exception>
    public static async Task<string> ReadAsync(string path, string origin, CancellationToken token)
    {
        try
        {
            return await File.ReadAllTextAsync(path, token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AwsError.Unusable(origin, $"the token file cannot be read: {SafeMessage.Of(e)}");
        }
    }
}
