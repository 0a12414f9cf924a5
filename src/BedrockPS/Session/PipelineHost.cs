using System.Management.Automation;
using BedrockPS.Recording;

namespace BedrockPS.Session;

/// <summary>Lets a recording run the user's code on the pipeline thread, where alone it may run.</summary>
/// <remarks>It is made on that thread.</remarks>
/// <param name="post">Has the pipeline thread do something while it waits for a call.</param>
/// <param name="note">Keeps a line for -Verbose.</param>
internal sealed class PipelineHost(Action<Action> post, Action<string> note) : IRecordingHost
{
    private readonly int _pipelineThread = Environment.CurrentManagedThreadId;

    public Task RunAsync(Action action, CancellationToken token)
    {
        if (Environment.CurrentManagedThreadId == _pipelineThread)
        {
            action();
            return Task.CompletedTask;
        }

        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        post(() => Run(action, done));
        return done.Task.WaitAsync(token);
    }

    public void Note(string line) => note(line);

    private static void Run(Action action, TaskCompletionSource done)
    {
        try
        {
            action();
            done.SetResult();
        }
        catch (PipelineStoppedException)
        {
            done.SetCanceled();
            throw;
        }
        catch (Exception e)
        {
            done.SetException(e);
        }
    }
}
