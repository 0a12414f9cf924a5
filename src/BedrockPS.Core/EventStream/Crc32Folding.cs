using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BedrockPS.EventStream;

/// <summary>CRC-32 by carry-less multiplication, 16 bytes at a time, where the processor has it.</summary>
/// <remarks>
/// After "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction" (Gopal and others, Intel 2009),
/// bit-reflected; the constants are the paper's for this polynomial.
/// </remarks>
internal static class Crc32Folding
{
    private const int Block = 16;

    /// <summary>Below this there is nothing to win.</summary>
    public const int Shortest = 4 * Block;

    // x^(512+64) and x^512, x^(128+64) and x^128, x^64, and the two of Barrett's reduction, all modulo the polynomial.
    private static readonly Vector128<ulong> FoldFour = Vector128.Create(0x0154442bd4UL, 0x01c6e41596UL);
    private static readonly Vector128<ulong> FoldOne = Vector128.Create(0x01751997d0UL, 0x00ccaa009eUL);
    private static readonly Vector128<ulong> FoldHalf = Vector128.Create(0x0163cd6124UL, 0UL);
    private static readonly Vector128<ulong> Barrett = Vector128.Create(0x01db710641UL, 0x01f7011641UL);
    private static readonly Vector128<ulong> LowWords = Vector128.Create(0xFFFFFFFFUL, 0xFFFFFFFFUL);

    public static bool IsSupported => Pclmulqdq.IsSupported;

    /// <summary>Folds whole blocks of 16 bytes into the (inverted) checksum; there must be four at least.</summary>
    public static uint Fold(uint state, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<Vector128<ulong>> blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        Vector128<ulong> a = blocks[0] ^ Vector128.CreateScalar(state).AsUInt64();
        Vector128<ulong> b = blocks[1];
        Vector128<ulong> c = blocks[2];
        Vector128<ulong> d = blocks[3];
        for (blocks = blocks[4..]; blocks.Length >= 4; blocks = blocks[4..])
        {
            a = Step(a, FoldFour) ^ blocks[0];
            b = Step(b, FoldFour) ^ blocks[1];
            c = Step(c, FoldFour) ^ blocks[2];
            d = Step(d, FoldFour) ^ blocks[3];
        }

        a = Step(a, FoldOne) ^ b;
        a = Step(a, FoldOne) ^ c;
        a = Step(a, FoldOne) ^ d;
        foreach (Vector128<ulong> block in blocks)
        {
            a = Step(a, FoldOne) ^ block;
        }

        return Reduce(a);
    }

    private static Vector128<ulong> Step(Vector128<ulong> value, Vector128<ulong> factors) =>
        Pclmulqdq.CarrylessMultiply(value, factors, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, factors, 0x11);

    private static uint Reduce(Vector128<ulong> a)
    {
        a = Sse2.ShiftRightLogical128BitLane(a, 8) ^ Pclmulqdq.CarrylessMultiply(a, FoldOne, 0x10);
        a = Sse2.ShiftRightLogical128BitLane(a, 4) ^ Pclmulqdq.CarrylessMultiply(a & LowWords, FoldHalf, 0x00);
        Vector128<ulong> quotient = Pclmulqdq.CarrylessMultiply(a & LowWords, Barrett, 0x10) & LowWords;
        a ^= Pclmulqdq.CarrylessMultiply(quotient, Barrett, 0x00);
        return a.AsUInt32().GetElement(1);
    }
}
