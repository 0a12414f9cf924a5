using System.Buffers.Binary;

namespace BedrockPS.EventStream;

/// <summary>CRC-32 as ISO-HDLC has it (check value of "123456789": <c>cbf43926</c>).</summary>
/// <remarks>Ours because System.IO.Hashing is a package, and this module brings none into its host.</remarks>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    // Eight tables let eight bytes be folded at a time ("slicing by eight", Kounavis and Berry 2005).
    private static readonly uint[] Tables = BuildTables();

    /// <summary>The checksum of all the bytes.</summary>
    public static uint Compute(ReadOnlySpan<byte> bytes) => Append(0, bytes);

    /// <summary>The checksum of what <paramref name="crc"/> covered and then these bytes.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        crc = ~crc;
        if (Crc32Folding.IsSupported && bytes.Length >= Crc32Folding.Shortest)
        {
            int folded = bytes.Length & ~15;
            crc = Crc32Folding.Fold(crc, bytes[..folded]);
            bytes = bytes[folded..];
        }

        return ~AppendByTable(crc, bytes);
    }

    /// <summary>The same on any processor, over the (inverted) checksum.</summary>
    internal static uint AppendByTable(uint state, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> tables = Tables;
        while (bytes.Length >= 8)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            state = tables[(7 * 256) + (int)(low & 0xFF)]
                ^ tables[(6 * 256) + (int)((low >> 8) & 0xFF)]
                ^ tables[(5 * 256) + (int)((low >> 16) & 0xFF)]
                ^ tables[(4 * 256) + (int)(low >> 24)]
                ^ tables[(3 * 256) + (int)(high & 0xFF)]
                ^ tables[(2 * 256) + (int)((high >> 8) & 0xFF)]
                ^ tables[256 + (int)((high >> 16) & 0xFF)]
                ^ tables[(int)(high >> 24)];
            bytes = bytes[8..];
        }

        foreach (byte b in bytes)
        {
            state = tables[(int)((state ^ b) & 0xFF)] ^ (state >> 8);
        }

        return state;
    }

    private static uint[] BuildTables()
    {
        uint[] tables = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
            }

            tables[i] = value;
        }

        for (int i = 256; i < tables.Length; i++)
        {
            uint previous = tables[i - 256];
            tables[i] = (previous >> 8) ^ tables[(int)(previous & 0xFF)];
        }

        return tables;
    }
}
