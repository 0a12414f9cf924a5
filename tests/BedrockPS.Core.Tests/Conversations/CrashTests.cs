using System.Diagnostics;
using BedrockPS.Conversations;
using Xunit.Abstractions;

namespace BedrockPS.Tests.Conversations;

/// <summary>A writer that dies costs the turn that it was writing, and no other.</summary>
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    private const int Processes = 10;
    private const int FilesOfEach = 10;

    private readonly TemporaryConversation _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void AFileThatEndsAnywhereLoadsAndGoesOn()
    {
        Conversation conversation = _file.Start();
        TemporaryConversation.Ask(conversation, "one");
        long first = new FileInfo(_file.Path).Length;
        TemporaryConversation.Ask(conversation, "two ü");
        long second = new FileInfo(_file.Path).Length;
        TemporaryConversation.Ask(conversation, "three");
        byte[] whole = File.ReadAllBytes(_file.Path);

        for (int length = (int)first; length <= whole.Length; length++)
        {
            File.WriteAllBytes(_file.Path, whole[..length]);
            Conversation loaded = ConversationFile.Load(_file.Path, isAttached: true, out long cut);

            // Without its line feed alone, a line is whole.
            int turns = length >= whole.Length - 1 ? 3 : length >= second - 1 ? 2 : 1;
            Assert.Equal(turns, loaded.Turns);
            Assert.Equal(cut > 0, length != first && length != whole.Length && length != second
                && length != second - 1 && length != whole.Length - 1);

            TemporaryConversation.Ask(loaded, "after");
            Assert.Null(loaded.SaveFailure);
            Assert.Equal(turns + 1, _file.Load().Turns);
        }
    }

    [Fact]
    public void WhatIsLeftOfALineStaysUntilSomethingTakesItsPlace()
    {
        TemporaryConversation.Ask(_file.Start(), "one");
        _file.Append("{\"at\":\"20");
        byte[] torn = File.ReadAllBytes(_file.Path);

        Assert.Equal(1, _file.Load().Turns);
        Assert.Equal(torn, File.ReadAllBytes(_file.Path));
    }

    [Fact]
    public void KilledProcessesLoseAtMostTheTurnThatTheyWereWriting()
    {
        int torn = 0;
        for (int i = 0; i < Processes; i++)
        {
            string[] paths = [.. Enumerable.Range(0, FilesOfEach)
                .Select(file => Path.Combine(_file.Folder, $"{i}-{file}.jsonl"))];
            int[] told = KillWriter(paths, pause: i * 150_007);
            for (int file = 0; file < FilesOfEach; file++)
            {
                Conversation loaded = ConversationFile.Load(paths[file], isAttached: true, out long cut);
                Assert.InRange(loaded.Turns, told[file], told[file] + 1);
                torn += cut > 0 ? 1 : 0;

                TemporaryConversation.Ask(loaded, "after");
                Assert.Null(loaded.SaveFailure);
                Assert.Equal(loaded.Turns, ConversationFile.Load(paths[file], isAttached: false, out cut).Turns);
                Assert.Equal(0, cut);
            }
        }

        output.WriteLine($"{torn} of {Processes * FilesOfEach} files ended in the middle of a line.");
    }

    // A process appends to all files at once, and says each turn that it has written. It is killed when one of them has
    // grown by so and so much within a line, while the others are anywhere.
    private static int[] KillWriter(string[] paths, int pause)
    {
        using Process writer = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "BedrockPS.ConversationWriter.dll") },
            Environment = { ["CONVERSATIONS"] = string.Join('|', paths) },
            RedirectStandardOutput = true,
        })!;
        int[] told = new int[paths.Length];
        while (told.Contains(0) && writer.StandardOutput.ReadLine() is { } line)
        {
            told[int.Parse(line, System.Globalization.CultureInfo.InvariantCulture)]++;
        }

        long length = new FileInfo(paths[0]).Length;
        SpinWait.SpinUntil(() => new FileInfo(paths[0]).Length > length + pause, Calls.Patience);
        writer.Kill();
        while (writer.StandardOutput.ReadLine() is { } line)
        {
            told[int.Parse(line, System.Globalization.CultureInfo.InvariantCulture)]++;
        }

        writer.WaitForExit();
        return told;
    }
}
