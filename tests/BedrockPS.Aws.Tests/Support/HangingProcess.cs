using System.Diagnostics;

namespace BedrockPS.Aws.Tests.Support;

/// <summary>A credential process that says nothing until it is let go.</summary>
internal sealed class HangingProcess : IDisposable
{
    private readonly string _pipe;
    private FileStream? _writer;

    public HangingProcess(TemporaryFolder folder)
    {
        _pipe = Path.Combine(folder.Path, "pipe");
        using Process make = Process.Start("mkfifo", _pipe);
        make.WaitForExit();
    }

    public string CommandLine => $"cat {_pipe}";

    /// <summary>Completes when the process runs: a named pipe opens for writing once somebody reads it.</summary>
    public Task RunsAsync() => Task.Run(() => _writer = new FileStream(_pipe, FileMode.Open, FileAccess.Write));

    public void Dispose() => _writer?.Dispose();
}
