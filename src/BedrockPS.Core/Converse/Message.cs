using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>One turn of a conversation.</summary>
public sealed class Message
{
    /// <summary>Makes an empty turn, to be filled.</summary>
    public Message()
    {
    }

    /// <summary>Makes a turn of one text block.</summary>
    public Message(string role, string text)
        : this(role, [new TextBlock { Text = text }])
    {
    }

    /// <summary>Makes a turn of blocks.</summary>
    public Message(string role, IEnumerable<ContentBlock> content)
    {
        Role = role;
        Content = [.. content];
    }

    /// <summary>Who speaks: <c>user</c>, <c>assistant</c>, or a role that the service adds later.</summary>
    public string Role { get; set; } = MessageRole.User;

    /// <summary>What is said, block by block.</summary>
    public List<ContentBlock> Content { get; set; } = [];

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>The text of the turn, cited text included, reasoning left out.</summary>
    public override string ToString() => string.Concat(Content.Where(b => b is TextBlock or CitationsBlock));
}
