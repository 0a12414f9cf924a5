using System.Diagnostics;

namespace BedrockPS.Benchmarks.Harness;

/// <summary>A fresh pwsh without a profile and without AWS settings of whoever runs the benchmarks.</summary>
internal static class Pwsh
{
    /// <summary>Whether there is one.</summary>
    public static bool IsFound { get; } = TryStart();

    /// <summary>Runs a command to its end, and returns what it wrote.</summary>
    public static string Run(params string[] arguments)
    {
        using Process process = Start(arguments);
        string output = process.StandardOutput.ReadToEnd();
        WaitForSuccess(process);
        return output;
    }

    /// <summary>Starts one whose output the caller reads.</summary>
    public static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("pwsh", ["-NoProfile", "-NonInteractive", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        foreach (string name in start.Environment.Keys.ToArray())
        {
            if (name.StartsWith("AWS_", StringComparison.Ordinal))
            {
                start.Environment.Remove(name);
            }
        }

        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Waits for its end, which must be a good one.</summary>
    public static void WaitForSuccess(Process process)
    {
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"pwsh ended with {process.ExitCode}.");
        }
    }

    private static bool TryStart()
    {
        try
        {
            Run("-Command", "1");
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
