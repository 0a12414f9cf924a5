using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Native;

/// <summary>The native schema of a family of models.</summary>
internal interface INativeFamily
{
    /// <summary>Reads the request, or throws the fault of a body that the schema refuses.</summary>
    Prompt Read(JsonElement body);

    /// <summary>The whole answer.</summary>
    JsonObject Whole(NativeAnswer answer);
}
