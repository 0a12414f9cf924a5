namespace BedrockPS.EventStream;

/// <summary>Bytes that are not a frame: a wrong checksum, an impossible length, a broken header.</summary>
public sealed class EventStreamException(string message) : Exception(message);
