using System.IO.Compression;
using System.Text;

namespace BedrockPS.Media;

/// <summary>Recognises the documents that are not text.</summary>
internal static class DocumentFiles
{
    // Names of the directory in the file; the zero that ends them tells them from words in a text.
    private static readonly byte[] WordStream = Encoding.Unicode.GetBytes("WordDocument\0");
    private static readonly byte[] ExcelStream = Encoding.Unicode.GetBytes("Workbook\0");

    public static bool IsPdf(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> start = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        return start.TrimStart(" \t\r\n"u8).StartsWith("%PDF-"u8);
    }

    /// <summary>Word and Excel since 2007: the parts have their folders in a zip file.</summary>
    public static MediaFormat[] OfZip(byte[] bytes)
    {
        try
        {
            using ZipArchive archive = new(new MemoryStream(bytes, writable: false));
            return [.. archive.Entries.Select(OfPart).OfType<MediaFormat>().Take(1)];
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return [];
        }
    }

    /// <summary>
    /// Word and Excel before 2007; both where one is embedded in the other, so that the name decides.
    /// </summary>
    public static MediaFormat[] OfOle(ReadOnlySpan<byte> bytes)
    {
        int word = bytes.IndexOf(WordStream);
        int excel = bytes.IndexOf(ExcelStream);
        MediaFormat doc = MediaFormat.Document("doc");
        MediaFormat xls = MediaFormat.Document("xls");
        return (word >= 0, excel >= 0) switch
        {
            (true, true) => word < excel ? [doc, xls] : [xls, doc],
            (true, false) => [doc],
            (false, true) => [xls],
            _ => [],
        };
    }

    private static MediaFormat? OfPart(ZipArchiveEntry part) => part.FullName switch
    {
        // The binary workbook is in the same folder, and is not taken.
        "xl/workbook.xml" => MediaFormat.Document("xlsx"),
        string name when name.StartsWith("word/document", StringComparison.Ordinal) => MediaFormat.Document("docx"),
        _ => null,
    };
}
