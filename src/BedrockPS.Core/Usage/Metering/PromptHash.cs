using System.Security.Cryptography;
using BedrockPS.Json;

namespace BedrockPS.Usage;

/// <summary>Tells equal prompts without keeping them: instructions and turns of Converse, or a native body.</summary>
internal static class PromptHash
{
    public static string Of(MeteredRequest request)
    {
        byte[]? prompt = request.Request is { } converse
            ? BedrockJson.Write(
                new ConverseRequest { System = converse.System, Messages = converse.Messages },
                BedrockJsonContext.Default.ConverseRequest)
            : null;
        return Convert.ToHexString(SHA256.HashData(prompt ?? request.Body.Span)).ToLowerInvariant();
    }
}
