namespace BedrockPS.EventStream;

/// <summary>The byte that tells a header value's type (AWS event stream encoding).</summary>
internal enum EventStreamHeaderType : byte
{
    True = 0,
    False = 1,
    Byte = 2,
    Int16 = 3,
    Int32 = 4,
    Int64 = 5,
    Bytes = 6,
    String = 7,
    Timestamp = 8,
    Uuid = 9,
}
