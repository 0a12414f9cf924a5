using System.Text.Json;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Native;

/// <summary>An answer with the native request that it answers.</summary>
internal sealed record NativeAnswer(Answer Answer, JsonElement Body, string ModelId)
{
    /// <summary>An id that is the same whenever the same request is answered.</summary>
    public string Id => $"local{StableHash.Of(ModelId + Body.GetRawText()):x8}";
}
