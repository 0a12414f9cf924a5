using System.Buffers.Binary;
using BedrockPS.EventStream;

namespace BedrockPS.Tests;

/// <summary>Bytes of chance, the same at every run.</summary>
public class DecoderFuzzTests
{
    private const int Rounds = 20_000;

    [Fact]
    public void RandomBytesAreMessagesOrEventStreamExceptions()
    {
        Random random = new(1);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Decode(bytes);
        }
    }

    [Fact]
    public void RandomHeadersUnderRightChecksumsAreMessagesOrEventStreamExceptions()
    {
        Random random = new(2);
        int read = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] frame = [.. Frames.Stop];
            int headersLength = BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(4));
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                frame[12 + random.Next(headersLength)] = (byte)random.Next(256);
            }

            // With right checksums the damage reaches the reader of headers.
            Sign(frame);
            read += Decode(frame);
        }

        Assert.InRange(read, 1, Rounds - 1);
    }

    private static int Decode(byte[] bytes)
    {
        int messages = 0;
        int position = 0;
        try
        {
            while (EventStreamDecoder.TryRead(bytes.AsSpan(position), out EventStreamMessage? message, out int length))
            {
                Assert.NotNull(message);
                Assert.InRange(length, 16, bytes.Length - position);
                position += length;
                messages++;
            }
        }
        catch (EventStreamException)
        {
            // The one thing that broken bytes may do.
        }

        return messages;
    }

    private static void Sign(byte[] frame)
    {
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32.Compute(frame.AsSpan(0, 8)));
        uint checksum = Crc32.Compute(frame.AsSpan(0, frame.Length - 4));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(frame.Length - 4), checksum);
    }
}
