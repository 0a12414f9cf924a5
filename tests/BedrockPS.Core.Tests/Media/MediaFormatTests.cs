using System.Text;
using BedrockPS.Media;

namespace BedrockPS.Tests;

/// <summary>What a content is taken for, by its bytes, its name, and the kind that was asked for.</summary>
public class MediaFormatTests
{
    public static TheoryData<byte[], string?, string?, string> Contents => new()
    {
        { Samples.Png(), null, null, "image png" },
        { Samples.Png(), "photo.jpg", null, "image png" },
        { Samples.Png(), "notes.txt", null, "image png" },
        { Samples.Jpeg(), null, null, "image jpeg" },
        { Samples.Gif(), null, null, "image gif" },
        { Samples.WebP("VP8X", new byte[14]), null, null, "image webp" },
        { "%PDF-1.7\n"u8.ToArray(), null, null, "document pdf" },
        { "\r\n%PDF-1.4"u8.ToArray(), null, null, "document pdf" },
        { Samples.Zip("[Content_Types].xml", "word/document.xml"), null, null, "document docx" },
        { Samples.Zip("word/embeddings/a.xlsx", "word/document.xml"), "x.xlsx", null, "document docx" },
        { Samples.Zip("[Content_Types].xml", "xl/workbook.xml"), null, null, "document xlsx" },
        { Samples.Ole("Root Entry", "WordDocument"), null, null, "document doc" },
        { Samples.Ole("Root Entry", "Workbook"), null, null, "document xls" },
        { Samples.Ole("Workbook", "WordDocument"), "letter.doc", null, "document doc" },
        { Samples.Box("ftyp", "isom"), null, null, "video mp4" },
        { Samples.Box("ftyp", "isom"), "memo.m4a", null, "audio m4a" },
        { Samples.Box("ftyp", "mp42"), "memo.mp4", "audio", "audio mp4" },
        { Samples.Box("ftyp", "M4A "), null, null, "audio m4a" },
        { Samples.Box("ftyp", "qt  "), null, null, "video mov" },
        { Samples.Box("wide", "mdat"), null, null, "video mov" },
        { Samples.Box("ftyp", "3gp4"), "clip.3gp", null, "video three_gp" },
        { Samples.Ebml("webm"), null, null, "video webm" },
        { Samples.Ebml("webm"), "clip.webm", "audio", "audio webm" },
        { Samples.Ebml("webm"), "memo.weba", null, "audio webm" },
        { Samples.Ebml("matroska"), "clip.mkv", null, "video mkv" },
        { Samples.Ebml("matroska"), "clip.mkv", "audio", "audio mkv" },
        { Samples.Ebml("matroska"), "memo.mka", null, "audio mka" },
        { [.. "FLV\x01"u8, 5, 0, 0], null, null, "video flv" },
        { [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], null, null, "video wmv" },
        { [0, 0, 1, 0xBA, 0x44], null, null, "video mpeg" },
        { [0, 0, 1, 0xB3, 0x44], "old.mpg", null, "video mpg" },
        { Samples.Id3(), null, null, "audio mp3" },
        { Samples.Id3(0xFF, 0xF1, 0x50), null, null, "audio aac" },
        { Samples.Id3([.. "fLaC"u8]), null, null, "audio flac" },
        { [0xFF, 0xFB, 0x90, 0x64], null, null, "audio mp3" },
        { [0xFF, 0xF1, 0x50, 0x80], null, null, "audio aac" },
        { [0xFF, 0xF1, 0x50, 0x80], "memo.aac", null, "audio aac" },
        { [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVEfmt "u8], null, null, "audio wav" },
        { [.. "fLaC"u8, 0], null, null, "audio flac" },
        { Samples.Ogg("\x01vorbis"), null, null, "audio ogg" },
        { Samples.Ogg("OpusHead"), null, null, "audio opus" },
        { Samples.Ogg("OpusHead"), "memo.ogg", null, "audio ogg" },
        { [1, 0, 2, 0, 3, 0], "raw.pcm", "audio", "audio pcm" },
        { "a,b"u8.ToArray(), "table.csv", null, "document csv" },
        { "# a"u8.ToArray(), "read.markdown", null, "document md" },
        { "<html></html>"u8.ToArray(), "page.htm", null, "document html" },
        { " <!DOCTYPE html><p>"u8.ToArray(), null, null, "document html" },
        { "<html>"u8.ToArray(), "source.txt", null, "document txt" },
        { "{}"u8.ToArray(), "data.json", null, "document txt" },
        { "{}"u8.ToArray(), "data.pdf", null, "document txt" },
        { "free text"u8.ToArray(), null, null, "document txt" },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void AContentIsWhatItSaysAndItsNameDecidesTheRest(byte[] bytes, string? name, string? kind, string expected)
    {
        Assert.Equal(expected, Format(MediaReader.FromBytes(bytes, name, kind).Block));
    }

    [Theory]
    [InlineData("picture.heic", "ftyp", "heic")]
    [InlineData("picture.avif", "ftyp", "avif")]
    public void PicturesThatTheServiceDoesNotTakeAreNotFilms(string name, string type, string brand)
    {
        BedrockException failure = Refused(Samples.Box(type, brand), name);
        Assert.Contains("image: png, jpeg, gif, webp", failure.Message, StringComparison.Ordinal);
    }

    public static TheoryData<byte[]> Rubbish =>
    [
        [0, 1, 2, 3, 0xFE], [1, 2, 3, 4], [0xFF, 0xFE, 0, 0xD8], Samples.Zip("ppt/presentation.xml"),
        Samples.Zip("xl/workbook.bin"), [.. "PK"u8, 3, 4, 9, 9], Samples.Ole("PowerPoint Document"),
        Samples.Ebml("other"), [.. "RIFF"u8, 0, 0, 0, 0, .. "AVI LIST"u8], [0x89, 0x50, 0x4E],
    ];

    [Theory]
    [MemberData(nameof(Rubbish))]
    public void WhatIsNothingIsRefusedWithWhatWouldBeTaken(byte[] bytes)
    {
        Assert.Contains("document: pdf, csv", Refused(bytes, "thing.png").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherKindThanAskedForIsRefusedByWhatItIs()
    {
        BedrockException failure = Assert.Throws<BedrockException>(
            () => MediaReader.FromBytes("%PDF-1.7"u8.ToArray(), "a.png", ContentBlockKind.Image));
        Assert.Contains("it is pdf (document)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryMarkCutAnywhereIsNoCrash()
    {
        foreach (byte[] bytes in Contents.Select(row => (byte[])row[0]))
        {
            for (int length = 1; length < bytes.Length; length++)
            {
                // Whatever it is taken for then, it is taken for something or refused.
                Exception? failure = Record.Exception(() => MediaReader.FromBytes(bytes[..length]));
                Assert.True(failure is null or BedrockException, $"{failure}");
            }
        }
    }

    [Fact]
    public void ANameThatContradictsTheContentIsNoted()
    {
        List<string> notes = [];
        MediaReader.FromBytes(Samples.Png(), "a.jpg", null, notes.Add);
        MediaReader.FromBytes(Samples.Png(), "a.png", null, notes.Add);
        MediaReader.FromBytes("x"u8.ToArray(), "a.unknown", null, notes.Add);
        Assert.Equal("'a.jpg' is sent as png (image): so its content says, whatever its name.", Assert.Single(notes));
    }

    public static TheoryData<byte[], string> Texts => new()
    {
        { "grün"u8.ToArray(), "grün" },
        { [.. Encoding.UTF8.Preamble, .. "grün"u8], "grün" },
        { [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("grün 漢")], "grün 漢" },
        { [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("grün")], "grün" },
        { [.. Encoding.Latin1.GetBytes("Gerät wurde entfernt"), 0x80], "Gerät wurde entfernt€" },
        { "\x1B[31mred\x1B[0m\a\f\r\n"u8.ToArray(), "\x1B[31mred\x1B[0m\a\f\r\n" },
        { "8=FIX.4.2\x01" + "35=D\x01" is var fix ? Encoding.UTF8.GetBytes(fix) : [], "8=FIX.4.2\x01" + "35=D\x01" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void TextGoesAsUtf8WhateverItWas(byte[] bytes, string expected)
    {
        DocumentBlock block = Assert.IsType<DocumentBlock>(MediaReader.FromBytes(bytes, "a.log").Block);
        Assert.Equal(expected, Encoding.UTF8.GetString(block.Source!.Bytes!));
    }

    [Theory]
    [InlineData("s3://bucket/key/clip.MP4", null, "video mp4")]
    [InlineData("s3://bucket/clip.mp4", "audio", "audio mp4")]
    [InlineData("S3://bucket/a.jpg", "image", "image jpeg")]
    [InlineData("s3://bucket/app.log", "document", "document txt")]
    public void AnObjectInS3IsWhatItsNameSays(string address, string? kind, string expected)
    {
        ContentBlock block = MediaReader.FromS3(address, kind).Block;
        Assert.Equal(expected, Format(block));
        Assert.Contains(address, block.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3://bucket/key", "extension")]
    [InlineData("s3://bucket/key.exe", "extension")]
    [InlineData("s3://bucket/key.pdf", "not of the kind image")]
    [InlineData("s3://bucket", "s3://bucket/key")]
    [InlineData("s3:///key.png", "s3://bucket/key")]
    [InlineData("s3://bucket/folder/", "s3://bucket/key")]
    public void AnObjectInS3ThatCannotBeToldIsRefused(string address, string expected)
    {
        BedrockException failure = Assert.Throws<BedrockException>(() => MediaReader.FromS3(address, "image"));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    private static BedrockException Refused(byte[] bytes, string? name) =>
        Assert.Throws<BedrockException>(() => MediaReader.FromBytes(bytes, name));

    private static string Format(ContentBlock block) => block switch
    {
        ImageBlock image => $"{block.Kind} {image.Format}",
        DocumentBlock document => $"{block.Kind} {document.Format}",
        VideoBlock video => $"{block.Kind} {video.Format}",
        AudioBlock audio => $"{block.Kind} {audio.Format}",
        _ => block.Kind,
    };
}
