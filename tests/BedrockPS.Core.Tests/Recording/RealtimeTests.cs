using BedrockPS.Converse;
using BedrockPS.Http;
using BedrockPS.Recording;

namespace BedrockPS.Tests.Recording;

public class RealtimeTests
{
    [Fact]
    public async Task RealtimeTakesTheTimeThatTheStreamTook()
    {
        using TemporaryFile file = await TimedAsync();
        ManualClock clock = new() { Skips = TimeSpan.FromSeconds(30) };
        using Recorder recorder = Recorder.Start(new RecorderOptions
        {
            Path = file.Path, Mode = RecordingMode.Replay, IsRealtime = true,
        });
        using BedrockConnection connection = Tape.Connect(recorder, options: Calls.Once with { Clock = clock });

        Assert.Equal("Hello world", (await Tape.ReadAsync(connection).WaitAsync(Calls.Patience)).Text);
        Assert.Equal(TimeSpan.FromSeconds(9), clock.GetElapsedTime(0));
    }

    [Fact]
    public async Task ARealtimeReplayIsLeftAtOnce()
    {
        using TemporaryFile file = await TimedAsync();
        ManualClock clock = new();
        using Recorder recorder = Recorder.Start(new RecorderOptions
        {
            Path = file.Path, Mode = RecordingMode.Replay, IsRealtime = true,
        });
        using BedrockConnection connection = Tape.Connect(recorder, options: Calls.Once with { Clock = clock });
        using CancellationTokenSource stop = new();
        Task waiting = clock.WhenAwaited(due => due == TimeSpan.FromSeconds(4));
        Task call = connection.ConverseStreamAsync(Calls.Question(), keepContent: true, stop.Token);
        await waiting;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Calls.Patience));
    }

    // A head after four seconds, then a frame a second.
    private static async Task<TemporaryFile> TimedAsync()
    {
        TemporaryFile file = new();
        await Tape.RecordAsync(file, Tape.StreamHead, Tape.Story, connection => Tape.ReadAsync(connection));
        RecordedExchange recorded = RecordingFile.Read(file.Path)[0];
        File.Delete(file.Path);
        using RecordingWriter writer = RecordingWriter.Create(file.Path);
        writer.Write(recorded with
        {
            Answer = recorded.Answer with
            {
                HeadAt = 4000,
                Frames = [.. recorded.Answer.Frames!.Select((frame, i) => frame with { At = 4000 + (1000 * i) })],
            },
        });
        return file;
    }
}
