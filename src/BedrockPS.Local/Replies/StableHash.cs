namespace BedrockPS.Local.Replies;

/// <summary>FNV-1a: string.GetHashCode differs from process to process, and answers must not.</summary>
internal static class StableHash
{
    public static uint Of(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash;
    }
}
