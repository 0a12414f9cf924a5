namespace BedrockPS;

/// <summary>The known roles; a role is a plain string, so that a new one needs no new release.</summary>
public static class MessageRole
{
    /// <summary>The caller.</summary>
    public const string User = "user";

    /// <summary>The model.</summary>
    public const string Assistant = "assistant";
}
