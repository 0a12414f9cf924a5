using BedrockPS.Http;
using BedrockPS.Media;

namespace BedrockPS.Tests;

/// <summary>The service's limits, each just kept and just broken.</summary>
public class MediaLimitTests
{
    [Fact]
    public void AnImageMayHave3932160Bytes()
    {
        MediaReader.FromBytes(Samples.Padded(Samples.Png(), 3_932_160));
        AssertRefused(
            () => MediaReader.FromBytes(Samples.Padded(Samples.Png(), 3_932_161), "a.png"),
            "'a.png' has 3,932,161 bytes; the limit for an image is 3,932,160 (3.75 MB).");
    }

    public static TheoryData<byte[], byte[]> Sizes => new()
    {
        { Samples.Png(8000, 8000), Samples.Png(1, 8001) },
        { Samples.Jpeg(8000, 8000), Samples.Jpeg(8001, 1) },
        { Samples.Gif(8000, 8000), Samples.Gif(1, 8001) },
        {
            Samples.WebP("VP8 ", 0, 0, 0, 0x9D, 1, 0x2A, 0x40, 0x1F, 1, 0),
            Samples.WebP("VP8 ", 0, 0, 0, 0x9D, 1, 0x2A, 1, 0, 0x41, 0x1F)
        },
        { Samples.WebP("VP8L", 0x2F, 0x3F, 0x1F, 0, 0), Samples.WebP("VP8L", 0x2F, 0x40, 0x1F, 0, 0) },
        {
            Samples.WebP("VP8X", 0, 0, 0, 0, 0x3F, 0x1F, 0, 0, 0, 0),
            Samples.WebP("VP8X", 0, 0, 0, 0, 0, 0, 0, 0x40, 0x1F, 0)
        },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void AnImageMayHave8000PixelsOnASide(byte[] fitting, byte[] tooLarge)
    {
        MediaReader.FromBytes(fitting);
        AssertRefused(() => MediaReader.FromBytes(tooLarge), "an image may have 8000 on a side", "8001");
    }

    [Theory]
    [InlineData("amazon.nova-micro-v1:0", "a.pdf")]
    [InlineData("anthropic.claude-3-5-sonnet-20241022-v2:0", "a.pdf")]
    [InlineData("anthropic.claude-v2:1", "a.pdf")]
    [InlineData("us.anthropic.claude-sonnet-4-20250514-v1:0", "a.txt")]
    [InlineData("meta.llama4-maverick-17b-instruct-v1:0", "a.pdf")]
    [InlineData("amazon.nova-pro-v1:0", "a.csv")]
    public void ADocumentMayHave4718592Bytes(string modelId, string name)
    {
        MediaLimits.CheckDocument(Document(name, 4_718_592), modelId);
        AssertRefused(
            () => MediaLimits.CheckDocument(Document(name, 4_718_593), modelId),
            "4,718,593 bytes",
            "4,718,592 (4.5 MB)");
    }

    [Theory]
    [InlineData("us.anthropic.claude-sonnet-4-20250514-v1:0")]
    [InlineData("anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("eu.amazon.nova-pro-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123")]
    public void ALargePdfGoesToTheModelsThatTakeIt(string modelId)
    {
        MediaLimits.CheckDocument(Document("a.pdf", 5_000_000), modelId);
    }

    [Theory]
    [InlineData("video", "ftyp", "isom")]
    [InlineData("audio", "ftyp", "M4A ")]
    public void FilmsAndRecordingsMayHave25MegabytesInline(string kind, string type, string brand)
    {
        MediaReader.FromBytes(Samples.Padded(Samples.Box(type, brand), 26_214_400), null, kind);
        AssertRefused(
            () => MediaReader.FromBytes(Samples.Padded(Samples.Box(type, brand), 26_214_401), null, kind),
            "26,214,400 (25 MB)", "s3://");
    }

    [Theory]
    [InlineData(20, 5, 1, null)]
    [InlineData(21, 0, 0, "21 images; it may carry 20")]
    [InlineData(0, 6, 0, "6 documents; it may carry 5")]
    [InlineData(0, 0, 2, "2 videos; it may carry 1")]
    public void ARequestMayCarrySoMany(int images, int documents, int videos, string? expected)
    {
        Message question = new(MessageRole.User,
        [
            .. Enumerable.Range(0, images).Select(_ => new ImageBlock()),
            .. Enumerable.Range(0, documents).Select(_ => new DocumentBlock()),
            .. Enumerable.Range(0, videos).Select(_ => new VideoBlock()),
        ]);
        if (expected is null)
        {
            MediaLimits.CheckCounts(question, []);
        }
        else
        {
            AssertRefused(() => MediaLimits.CheckCounts(question, []), expected);
        }
    }

    [Fact]
    public void EarlierTurnsCountButAQuestionWithoutMediaIsNeverRefused()
    {
        Message video = new(MessageRole.User, [new VideoBlock()]);
        AssertRefused(() => MediaLimits.CheckCounts(video, [video]), "2 videos");
        MediaLimits.CheckCounts(new Message(MessageRole.User, "hi"), [video, video]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void WhatIsEmptyIsRefused(string text)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);
        AssertRefused(() => MediaReader.FromBytes(bytes, "a.txt"), "'a.txt' is empty");
    }

    [Fact]
    public void AFileThatIsMissingOrADirectoryIsRefusedByItsFullPath()
    {
        string folder = Path.GetTempPath();
        string missing = Path.Combine(folder, Path.GetRandomFileName());
        AssertRefused(() => MediaReader.FromFile(missing), $"There is no file '{missing}'");
        AssertRefused(() => MediaReader.FromFile(folder), $"'{folder}' is a directory");
    }

    [Fact]
    public void AFileFarTooLargeIsRefusedUnread()
    {
        string path = Path.GetTempFileName();
        try
        {
            using (FileStream file = File.OpenWrite(path))
            {
                file.SetLength(6L * 1024 * 1024 * 1024);
            }

            AssertRefused(() => MediaReader.FromFile(path), "6,442,450,944 bytes", "26,214,400");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static MediaContent Document(string name, int length)
    {
        byte[] bytes = new byte[length];
        Array.Fill(bytes, (byte)'a');
        (name.EndsWith("pdf", StringComparison.Ordinal) ? "%PDF-"u8 : ""u8).CopyTo(bytes);
        return MediaReader.FromBytes(bytes, name, ContentBlockKind.Document);
    }

    private static void AssertRefused(Action action, params string[] parts)
    {
        BedrockException failure = Assert.Throws<BedrockException>(action);
        Assert.Equal(ClientErrorCode.InvalidRequest, failure.ErrorCode);
        Assert.All(parts, part => Assert.Contains(part, failure.Message, StringComparison.Ordinal));
    }
}
