using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>Where a model stands in its life; a date that the service does not tell is null.</summary>
public sealed class ModelLifecycle
{
    /// <summary><c>ACTIVE</c>, or <c>LEGACY</c> once its end has been announced.</summary>
    public string? Status { get; set; }

    /// <summary>When the model came.</summary>
    public DateTimeOffset? StartOfLifeTime { get; set; }

    /// <summary>When the model becomes a legacy one; it can still be called after that.</summary>
    public DateTimeOffset? LegacyTime { get; set; }

    /// <summary>When the part of its legacy time begins in which calls cost more.</summary>
    public DateTimeOffset? PublicExtendedAccessTime { get; set; }

    /// <summary>When the model can no longer be called.</summary>
    public DateTimeOffset? EndOfLifeTime { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public OtherMembers? Other { get; set; }

    /// <summary>The status.</summary>
    public override string ToString() => Status ?? string.Empty;
}
