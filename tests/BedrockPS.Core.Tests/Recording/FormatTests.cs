using System.Text;
using BedrockPS.EventStream;
using BedrockPS.Http;
using BedrockPS.Recording;
using Xunit.Abstractions;

namespace BedrockPS.Tests.Recording;

public class FormatTests(ITestOutputHelper output)
{
    private const string Header = """{"format":"bedrockps-recording","version":1,"module":"0.1.0"}""";
    private const string Line = """{"method":"GET","path":"/foundation-models","status":200,"response":{"a":1}}""";

    private static readonly RecordedRequest Ask = new("POST", "/model/m/converse", "{}"u8.ToArray());

    [SharedFact("recordings")]
    public void GenuineTrafficComesBackByteForByte()
    {
        using TemporaryFile file = new();
        foreach (string name in Genuine.Files)
        {
            RecordedExchange[] written = [.. Genuine.Read(name)];
            Write(file.Path, written);
            IReadOnlyList<RecordedExchange> read = RecordingFile.Read(file.Path);

            Assert.Equal(written.Length, read.Count);
            Assert.All(written.Zip(read), pair => AssertSame(pair.First, pair.Second));
            string[] lines = File.ReadAllLines(file.Path)[1..];
            int readable = lines.Count(line => !line.Contains("Bytes\":", StringComparison.Ordinal)
                && !line.Contains(",\"bytes\":", StringComparison.Ordinal));
            output.WriteLine($"{name}: {written.Length} exchanges, {readable} without base64 of ours");
            File.Delete(file.Path);
        }
    }

    [Theory]
    [InlineData("""{"a": 1.50, "b":[1e3 ,null]}""", "\"response\":{\"a\": 1.50, \"b\":[1e3 ,null]}")]
    [InlineData("""{"half":"\ud83d"}""", "\"response\":{\"half\":\"\\ud83d\"}")]
    [InlineData("{\n \"a\": 1 }", "\"responseText\":\"{\\n \\\"a\\\": 1 }\"")]
    [InlineData("{\"a\":1} ", "\"responseText\":\"{\\\"a\\\":1} \"")]
    [InlineData("<html>é</html>", "\"responseText\":\"<html>é</html>\"")]
    [InlineData("{\"a\":1}{", "\"responseText\":")]
    public void ABodyIsWrittenInTheMostReadableFormThatGivesItsBytesBack(string body, string expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        using TemporaryFile file = new();
        Write(file.Path, new RecordedExchange(Ask, new RecordedAnswer { Body = bytes }));

        Assert.Contains(expected, file.Lines[1], StringComparison.Ordinal);
        Assert.Equal(bytes, RecordingFile.Read(file.Path)[0].Answer.Body.ToArray());
    }

    [Fact]
    public void ABodyThatIsNoTextIsBase64()
    {
        using TemporaryFile file = new();
        Write(file.Path, new RecordedExchange(Ask, new RecordedAnswer { Body = new byte[] { 0xff, 0x00 } }));

        Assert.Contains("\"responseBytes\":\"/wA=\"", file.Lines[1], StringComparison.Ordinal);
        Assert.Equal(new byte[] { 0xff, 0x00 }, RecordingFile.Read(file.Path)[0].Answer.Body.ToArray());
    }

    [Fact]
    public void FramesAreReadAsJsonAndWhatJsonCannotTellAsBase64()
    {
        byte[] chunk = """{"bytes":"eyJhIjoxfQ==","p":"abc"}"""u8.ToArray();
        EventStreamMessage odd = new([new(":message-type", "event"), new(":event-type", "x")], "{}"u8.ToArray());
        byte[][] frames =
        [
            EventStreamEncoder.EncodeEvent("messageStart", """{"role":"assistant"}"""u8.ToArray()),
            EventStreamEncoder.EncodeEvent("chunk", chunk),
            EventStreamEncoder.EncodeException("throttlingException", """{"message":"slow"}"""u8.ToArray()),
            EventStreamEncoder.Encode(odd),
            [1, 2, 3],
        ];
        RecordedAnswer answer = new() { Frames = [.. frames.Select((bytes, i) => new RecordedFrame(i, bytes))] };
        using TemporaryFile file = new();
        Write(file.Path, new RecordedExchange(Ask, answer with { IsCut = true }));

        Assert.Contains(
            """[{"at":0,"event":"messageStart","json":{"role":"assistant"}},"""
            + """{"at":1,"event":"chunk","chunk":{"a":1},"p":"abc"},"""
            + """{"at":2,"exception":"throttlingException","json":{"message":"slow"}},{"at":3,"bytes":""",
            file.Lines[1],
            StringComparison.Ordinal);
        Assert.EndsWith("""{"at":4,"bytes":"AQID"}],"cut":true}""", file.Lines[1], StringComparison.Ordinal);
        RecordedAnswer read = RecordingFile.Read(file.Path)[0].Answer;
        Assert.Equal(frames, read.Frames!.Select(frame => frame.Bytes.ToArray()));
        Assert.True(read.IsCut);
    }

    [Theory]
    [InlineData("{\"method\":\"GET\",\"path\":\"/foundation-mo")]
    [InlineData("""{"method":"GET","status":200}""")]
    [InlineData("""{"method":"GET","path":"/x"}""")]
    [InlineData("""{"method":"GET","path":"/x","status":0}""")]
    [InlineData("""{"method":"GET","path":7,"status":200}""")]
    [InlineData("""{"method":"GET","path":"/x","status":200,"responseBytes":"%"}""")]
    [InlineData("""{"method":"GET","path":"/x","status":200,"frames":[{"at":0,"event":"x"}]}""")]
    [InlineData("""{"method":"GET","path":"/x","status":200,"frames":[{"at":0,"json":{}}]}""")]
    [InlineData("[]")]
    public void ABrokenLineIsNamedByItsFileAndNumber(string broken)
    {
        using TemporaryFile file = TemporaryFile.With(Header, Line, broken, Line);

        BedrockException failure = Assert.Throws<BedrockException>(() => RecordingFile.Read(file.Path));

        Assert.Equal(ClientErrorCode.RecordingInvalid, failure.ErrorCode);
        Assert.Contains($"'{file.Path}', line 3 ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData(Line)]
    public void AFileThatDoesNotBeginWithTheHeaderIsNoneOfOurs(string first)
    {
        using TemporaryFile file = TemporaryFile.With(first, Line);

        BedrockException failure = Assert.Throws<BedrockException>(() => RecordingFile.Read(file.Path));

        Assert.Equal(ClientErrorCode.RecordingInvalid, failure.ErrorCode);
        Assert.Contains("line 1 ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANewerFormatIsRefusedInClearWords()
    {
        using TemporaryFile file = TemporaryFile.With("""{"format":"bedrockps-recording","version":2}""", "?");

        BedrockException failure = Assert.Throws<BedrockException>(() => RecordingFile.Read(file.Path));

        Assert.Contains("is a recording of format 2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatAnEditorOrGitMayDoToTheFileDoesNoHarm()
    {
        using TemporaryFile file = new();
        File.WriteAllText(file.Path, $"\uFEFF{Header}\r\n{Line}\r\n\r\n{Line[..^1]},\"later\":[1]}}");
        RecordedExchange first = RecordingFile.Read(file.Path)[0];
        using (RecordingWriter writer = RecordingWriter.Append(file.Path))
        {
            writer.Write(first);
        }

        IReadOnlyList<RecordedExchange> read = RecordingFile.Read(file.Path);
        Assert.Equal([2, 4, 5], read.Select(exchange => exchange.Line));
        Assert.All(read, exchange => Assert.Equal("{\"a\":1}"u8.ToArray(), exchange.Answer.Body.ToArray()));
    }

    [Fact]
    public void AMissingFileIsNotABrokenOne()
    {
        using TemporaryFile file = new();

        BedrockException failure = Assert.Throws<BedrockException>(() => RecordingFile.Read(file.Path));

        Assert.Equal(ClientErrorCode.RecordingNotFound, failure.ErrorCode);
    }

    private static void Write(string path, params RecordedExchange[] exchanges)
    {
        using RecordingWriter writer = RecordingWriter.Create(path);
        Array.ForEach(exchanges, writer.Write);
    }

    private static void AssertSame(RecordedExchange written, RecordedExchange read)
    {
        Assert.Equal((written.Request.Method, written.Request.Path), (read.Request.Method, read.Request.Path));
        Assert.Equal(written.Request.Body.ToArray(), read.Request.Body.ToArray());
        Assert.Equal(written.Answer.Status, read.Answer.Status);
        Assert.Equal(written.Answer.Headers, read.Answer.Headers);
        Assert.Equal(written.Answer.Body.ToArray(), read.Answer.Body.ToArray());
        Assert.Equal(
            written.Answer.Frames?.Select(frame => (frame.At, Convert.ToHexString(frame.Bytes.Span))),
            read.Answer.Frames?.Select(frame => (frame.At, Convert.ToHexString(frame.Bytes.Span))));
    }
}
