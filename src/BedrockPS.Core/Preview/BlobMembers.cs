using System.Text.Json;

namespace BedrockPS.Preview;

/// <summary>Which members of a Converse request boto3 takes as bytes, where the wire has base64.</summary>
/// <param name="Parent">The member within which one stands.</param>
internal sealed record BlobMembers(string Parent)
{
    // From the service's API description: its documents, in which a member of any name may be plain text.
    private static readonly string[] FreeForm = ["input", "json", "additionalModelRequestFields", "requestMetadata"];

    public bool IsBlob(JsonProperty member) =>
        member.Value.ValueKind == JsonValueKind.String
        && (Parent, member.Name) is ("source", "bytes") or ("reasoningContent", "redactedContent");

    /// <summary>The members within a member; null within free-form JSON.</summary>
    public static BlobMembers? Within(string member) => FreeForm.Contains(member) ? null : new BlobMembers(member);
}
