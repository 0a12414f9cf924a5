using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace BedrockPS.Tests;

/// <summary>Small contents with genuine headers.</summary>
internal static class Samples
{
    public static byte[] Png(int width = 2, int height = 3)
    {
        byte[] png = [0x89, .. "PNG\r\n\x1A\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    public static byte[] Jpeg(ushort width = 2, ushort height = 3) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 6, .. "JFIF"u8, 0xFF, 0xFF, 0xC4, 0, 4, 1, 2,
        0xFF, 0xC2, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
    ];

    public static byte[] Gif(ushort width = 2, ushort height = 3) =>
        [.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0, 0, 0];

    public static byte[] WebP(string chunk, params byte[] data) =>
        Padded([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. Encoding.ASCII.GetBytes(chunk), 10, 0, 0, 0, .. data], 40);

    public static byte[] Box(string type, string brand) =>
        Padded([0, 0, 0, 24, .. Encoding.ASCII.GetBytes(type), .. Encoding.ASCII.GetBytes(brand), 0, 0, 2, 0], 24);

    public static byte[] Ebml(string docType) =>
    [
        0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x86, 0x81, 1, 0x42, 0x82, (byte)(0x80 | docType.Length),
        .. Encoding.ASCII.GetBytes(docType), 0x42, 0x87, 0x81, 4,
    ];

    public static byte[] Ogg(string codec) => [.. "OggS"u8, .. new byte[24], .. Encoding.ASCII.GetBytes(codec)];

    public static byte[] Id3(params byte[] sound) => [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4, .. sound];

    public static byte[] Zip(params string[] parts)
    {
        using MemoryStream zip = new();
        using (ZipArchive archive = new(zip, ZipArchiveMode.Create))
        {
            foreach (string part in parts)
            {
                archive.CreateEntry(part).Open().Dispose();
            }
        }

        return zip.ToArray();
    }

    public static byte[] Ole(params string[] streams) =>
    [
        0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504],
        .. streams.SelectMany(stream => Padded(Encoding.Unicode.GetBytes(stream), 128)),
    ];

    public static byte[] Padded(byte[] bytes, int length) =>
        [.. bytes, .. new byte[Math.Max(0, length - bytes.Length)]];
}
