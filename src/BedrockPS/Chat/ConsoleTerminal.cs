using System.Collections.Concurrent;
using System.Management.Automation.Host;
using System.Text;

namespace BedrockPS.Chat;

/// <summary>The console while a chat has it: Ctrl+C is a key, pasted text is marked, keys can be waited for.</summary>
/// <remarks>
/// The keys are asked for, not waited for in a read: a read that nobody answers could not be ended when the pipeline is
/// stopped. Disposed, it leaves the console as it was.
/// </remarks>
internal sealed class ConsoleTerminal : IDisposable
{
    private const string ConsoleHost = "ConsoleHost";
    private const string MarkPastes = "\u001b[?2004h";
    private const string UnmarkPastes = "\u001b[?2004l";

    // Shorter than what a person notices.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(15);

    private readonly ConcurrentQueue<ConsoleKeyInfo> _ahead = new();
    private readonly bool _wasInterruptKey = Console.TreatControlCAsInput;
    private readonly Encoding? _encoding;
    private (int Width, int Height) _size;

    private ConsoleTerminal()
    {
        Console.TreatControlCAsInput = true;
        if (OperatingSystem.IsWindows())
        {
            // Its consoles may still speak a code page, in which most of what is typed has no place.
            _encoding = Console.OutputEncoding;
            Console.OutputEncoding = Encoding.UTF8;
        }

        Write(MarkPastes);
        _size = (Width, Height);
    }

    /// <summary>Takes the console, where the host is a terminal that can be drawn on; else null.</summary>
    public static ConsoleTerminal? Open(PSHost host) =>
        host is { Name: ConsoleHost, UI.SupportsVirtualTerminal: true } ? new ConsoleTerminal() : null;

    /// <summary>Whether what the host shows goes to a file or another program.</summary>
    public static bool IsElsewhere(PSHost host) => host.Name == ConsoleHost && Console.IsOutputRedirected;

    public static int Width => Math.Max(Console.WindowWidth, 1);

    public static int Height => Math.Max(Console.WindowHeight, 1);

    /// <summary>Whether a key is there.</summary>
    public bool HasKey => !_ahead.IsEmpty || Console.KeyAvailable;

    public static void Write(string text)
    {
        Console.Out.Write(text);
        Console.Out.Flush();
    }

    /// <summary>Waits for a key.</summary>
    /// <returns>Null where the screen has another size instead.</returns>
    public ConsoleKeyInfo? ReadKey(CancellationToken stop)
    {
        while (!HasKey)
        {
            if (stop.WaitHandle.WaitOne(Interval))
            {
                stop.ThrowIfCancellationRequested();
            }

            if (_size != (Width, Height))
            {
                _size = (Width, Height);
                return null;
            }
        }

        return _ahead.TryDequeue(out ConsoleKeyInfo key) ? key : Console.ReadKey(intercept: true);
    }

    /// <summary>Looks out for Ctrl+C while something else is going on; other keys wait until they are read.</summary>
    /// <param name="onInterrupt">Called when it comes, on another thread.</param>
    /// <returns>Ends the looking out.</returns>
    public IDisposable Watch(Action onInterrupt) => new KeyWatch(Interval, () => TakeKeys(onInterrupt));

    /// <summary>Takes away the keys that were pressed before now.</summary>
    public void DropKeys()
    {
        _ahead.Clear();
        while (Console.KeyAvailable)
        {
            Console.ReadKey(intercept: true);
        }
    }

    public void Dispose()
    {
        Write(UnmarkPastes);
        Console.TreatControlCAsInput = _wasInterruptKey;
        if (_encoding is not null)
        {
            Console.OutputEncoding = _encoding;
        }
    }

    private void TakeKeys(Action onInterrupt)
    {
        while (Console.KeyAvailable)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            if (key.KeyChar == '\u0003' || key is { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control })
            {
                // Who stops the answer does not mean to send what was typed ahead.
                _ahead.Clear();
                onInterrupt();
            }
            else
            {
                _ahead.Enqueue(key);
            }
        }
    }
}
