using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>An object in Amazon S3.</summary>
public sealed class S3Location
{
    /// <summary>The address, such as <c>s3://bucket/key</c>.</summary>
    public string? Uri { get; set; }

    /// <summary>The account that owns the bucket, where it is not the caller's.</summary>
    public string? BucketOwner { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>The address.</summary>
    public override string ToString() => Uri ?? string.Empty;
}
