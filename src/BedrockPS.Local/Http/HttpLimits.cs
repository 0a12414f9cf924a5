namespace BedrockPS.Local.Http;

/// <summary>What a request may measure.</summary>
internal static class HttpLimits
{
    /// <summary>Request line and headers together; a session token alone takes a few thousand bytes.</summary>
    public const int MaxHeadLength = 64 * 1024;

    /// <summary>A model id takes at most 2,048 characters, three times that when escaped.</summary>
    public const int MaxTargetLength = 8 * 1024;

    public const int MaxHeaderCount = 100;

    /// <summary>The service takes 25 MB of native body; base64 and JSON around it need more.</summary>
    public const int MaxBodyLength = 64 * 1024 * 1024;

    public const int MaxChunkLineLength = 1024;
}
