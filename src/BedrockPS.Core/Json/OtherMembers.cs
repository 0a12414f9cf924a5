using System.Text;
using BedrockPS.Json;

namespace BedrockPS;

/// <summary>Members that no property names, as the service sent them; their text is compact JSON.</summary>
public sealed class OtherMembers : Dictionary<string, object?>
{
    /// <summary>Begins with none.</summary>
    public OtherMembers()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>The members as compact JSON.</summary>
    public override string ToString() => Encoding.UTF8.GetString(BedrockJson.WriteDocument(this));
}
