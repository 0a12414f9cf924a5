using BedrockPS.Http;
using BedrockPS.Recording;

namespace BedrockPS.Tests.Recording;

public class RecorderFileTests
{
    [Fact]
    public async Task NothingIsAskedWhereTheAnswerCannotBeWritten()
    {
        using TemporaryFile file = new();
        await using RawServer server = new(Tape.StreamHead, Tape.Story);
        using Recorder first = Tape.Start(file, RecordingMode.Auto);
        using Recorder second = Tape.Start(file, RecordingMode.Auto);
        using BedrockConnection connection = Tape.Connect(first, server.Uri);
        using BedrockConnection refused = Tape.Connect(second, server.Uri);
        await Tape.ReadAsync(connection);

        Assert.Equal(ClientErrorCode.RecordingFailed, (await Tape.FailAsync(refused)).ErrorCode);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task AnAutoThatGetsNoAnswerLeavesNoFile()
    {
        using TemporaryFile file = new();
        RawServer gone = new(Tape.StreamHead, []);
        await gone.DisposeAsync();
        using Recorder recorder = Tape.Start(file, RecordingMode.Auto);
        using BedrockConnection connection = Tape.Connect(recorder, gone.Uri);
        await Tape.FailAsync(connection);
        recorder.Stop(isSuccess: true);

        Assert.Empty(file.Files);
    }

    [Fact]
    public void AFolderThatIsMissingIsSaid()
    {
        using TemporaryFile file = new();
        BedrockException failure = Assert.Throws<BedrockException>(() => Recorder.Start(
            new RecorderOptions { Path = Path.Combine(file.Path, "x", "calls.jsonl") }));

        Assert.Equal(ClientErrorCode.RecordingNotFound, failure.ErrorCode);
    }
}
