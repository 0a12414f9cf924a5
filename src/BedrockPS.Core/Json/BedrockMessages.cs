using System.Text.Json;

namespace BedrockPS.Json;

/// <summary>Turns of a conversation, from and to the service's JSON.</summary>
public static class BedrockMessages
{
    /// <summary>Reads a turn.</summary>
    /// <exception cref="JsonException">It is not in the service's shape.</exception>
    public static Message Read(ReadOnlySpan<byte> json) => BedrockJson.Read(json, BedrockJsonContext.Default.Message);

    /// <summary>Writes a turn.</summary>
    public static byte[] Write(Message message) => BedrockJson.Write(message, BedrockJsonContext.Default.Message);
}
