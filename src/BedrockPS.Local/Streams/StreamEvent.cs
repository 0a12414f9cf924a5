namespace BedrockPS.Local.Streams;

/// <summary>An event of a stream: its name and its payload.</summary>
internal readonly record struct StreamEvent(string Type, ReadOnlyMemory<byte> Json);
