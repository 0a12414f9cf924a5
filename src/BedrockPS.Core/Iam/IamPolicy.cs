using System.Text;
using System.Text.Json;
using BedrockPS.Iam;

namespace BedrockPS;

/// <summary>An IAM policy, which ConvertTo-Json -Depth 5 turns into what IAM takes.</summary>
public sealed class IamPolicy
{
    /// <summary>The version of the policy language.</summary>
    public string Version { get; set; } = "2012-10-17";

    /// <summary>What is allowed.</summary>
    public IamStatement[] Statement { get; set; } = [];

    /// <summary>The policy as JSON, to paste where IAM asks for one.</summary>
    public string ToJson()
    {
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json, new JsonWriterOptions { Indented = true }))
        {
            IamPolicyWriter.Write(writer, this);
        }

        return Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length);
    }

    /// <summary>The policy as JSON.</summary>
    public override string ToString() => ToJson();
}
