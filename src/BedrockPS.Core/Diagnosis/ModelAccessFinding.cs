namespace BedrockPS;

/// <summary>One thing that is wrong with the access to a model.</summary>
public sealed class ModelAccessFinding
{
    /// <summary>What is wrong.</summary>
    public string Cause { get; set; } = string.Empty;

    /// <summary>What to do about it.</summary>
    public string Fix { get; set; } = string.Empty;

    /// <summary>Whether a call cannot succeed as long as it is so.</summary>
    public bool IsBlocking { get; set; }

    /// <summary>Cause and fix.</summary>
    public override string ToString() => Fix.Length == 0 ? Cause : $"{Cause} {Fix}";
}
