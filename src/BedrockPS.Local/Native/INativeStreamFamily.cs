using System.Text.Json.Nodes;

namespace BedrockPS.Local.Native;

/// <summary>A family whose models write text, at once or in chunks.</summary>
internal interface INativeStreamFamily : INativeFamily
{
    /// <summary>The chunks before the first piece of text.</summary>
    IEnumerable<JsonObject> Open(NativeAnswer answer);

    /// <summary>The chunk of one piece of text.</summary>
    JsonObject Delta(NativeAnswer answer, string piece);

    /// <summary>The chunks after the text; the metrics of the call go into the last.</summary>
    IEnumerable<JsonObject> Close(NativeAnswer answer);
}
