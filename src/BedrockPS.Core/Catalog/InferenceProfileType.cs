namespace BedrockPS;

/// <summary>The service's words for who made an inference profile; others may come.</summary>
public static class InferenceProfileType
{
    /// <summary>AWS made it, to route calls across regions.</summary>
    public const string SystemDefined = "SYSTEM_DEFINED";

    /// <summary>The account made it, to tell its own calls apart.</summary>
    public const string Application = "APPLICATION";
}
