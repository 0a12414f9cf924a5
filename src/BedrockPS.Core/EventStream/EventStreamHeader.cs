namespace BedrockPS.EventStream;

/// <summary>A header of a frame: a name and a value of one of the format's ten types.</summary>
/// <param name="Name">1 to 255 bytes of UTF-8.</param>
/// <param name="Value">
/// <see cref="bool"/>, <see cref="sbyte"/>, <see cref="short"/>, <see cref="int"/>, <see cref="long"/>, bytes,
/// <see cref="string"/>, <see cref="DateTimeOffset"/> (to the millisecond) or <see cref="Guid"/>.
/// </param>
public readonly record struct EventStreamHeader(string Name, object Value);
