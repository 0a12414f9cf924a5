using System.Text;
using BedrockPS.EventStream;

namespace BedrockPS.Tests;

public class Crc32Tests
{
    [Fact]
    public void HasTheCheckValueOfIsoHdlc() =>
        Assert.Equal(0xCBF43926, Crc32.Compute(Encoding.ASCII.GetBytes("123456789")));

    [Fact]
    public void IsZeroForNoBytes() => Assert.Equal(0u, Crc32.Compute([]));

    [Fact]
    public void IsTheSameWhereverTheBytesAreSplit()
    {
        byte[] bytes = [.. Enumerable.Range(0, 100).Select(i => (byte)(i * 7))];
        uint whole = Crc32.Compute(bytes);
        for (int split = 0; split <= bytes.Length; split++)
        {
            Assert.Equal(whole, Crc32.Append(Crc32.Compute(bytes.AsSpan(0, split)), bytes.AsSpan(split)));
        }
    }
}
