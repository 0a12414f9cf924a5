using BedrockPS.EventStream;

namespace BedrockPS.Tests;

/// <summary>The processor's own way must give what the tables give, at every length and from every state.</summary>
public class Crc32FoldingTests
{
    [Fact]
    public void ALongInputHasTheChecksumThatTheTablesGive()
    {
        byte[] bytes = new byte[700];
        new Random(7).NextBytes(bytes);
        for (int length = 0; length <= bytes.Length; length++)
        {
            ReadOnlySpan<byte> part = bytes.AsSpan(0, length);

            Assert.Equal(~Crc32.AppendByTable(uint.MaxValue, part), Crc32.Compute(part));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void AChecksumGoesOnFromAnyPlace(int split)
    {
        byte[] bytes = new byte[333];
        new Random(11).NextBytes(bytes);

        uint inTwo = Crc32.Append(Crc32.Compute(bytes.AsSpan(0, split)), bytes.AsSpan(split));

        Assert.Equal(~Crc32.AppendByTable(uint.MaxValue, bytes), inTwo);
    }

    [Fact]
    public void TheCheckValueRepeatedBeyondABlockIsKnown()
    {
        // Python: zlib.crc32(b"123456789" * 20).
        byte[] bytes = [.. Enumerable.Repeat("123456789"u8.ToArray(), 20).SelectMany(part => part)];

        Assert.Equal(0xE7D710C5u, Crc32.Compute(bytes));
    }
}
